import type { OpenRange } from './row-shapes.js';

interface Opened extends Pick<OpenRange, 'from' | 'to' | 'kind'> {
  readonly call: string;
}

/**
 * The update of the state row that closes the numbers of some calls and opens others after `last`. Uses plain
 * operators only, because not every server takes a pipeline as an update. The server's clock dates each opened
 * range.
 */
export function updateOf(closed: readonly string[], opened: readonly Opened[]): object {
  const set: Record<string, unknown> = {};
  const now: Record<string, true> = {};
  for (const { call, from, to, kind } of opened) {
    Object.assign(set, {
      last: to,
      [`open.${call}.from`]: from,
      [`open.${call}.to`]: to,
      [`open.${call}.kind`]: kind,
    });
    now[`open.${call}.at`] = true;
  }
  const unset = Object.fromEntries(closed.map((call) => [`open.${call}`, '']));
  return {
    ...(closed.length > 0 ? { $unset: unset } : {}),
    ...(opened.length > 0 ? { $set: set, $currentDate: now } : {}),
  };
}
