import type { Context } from './context.js';
import { publish, undo } from './publish.js';
import type { OpenRange, StateRow } from './row-shapes.js';
import { serverTime } from './server-time.js';
import { readState, STATE_ID } from './state.js';

/**
 * Brings to an end what calls began that have been silent for too long: closes the numbers of a write, undoes an insertion that had
 * not said that it is to be seen, finishes one that had. Safe in several processes at once.
 */
export async function settleAbandoned(context: Context): Promise<void> {
  const state = await readState(context);
  if (Object.keys(state.open).length === 0) return;
  const now = await serverTime(context);
  for (const [call, range] of Object.entries(state.open))
    if (now - range.at.getTime() > context.abandonedAfterMs) await settle(context, call, range);
}

/** Frees the keys that only dead insertions among `calls` hold, and says whether there were any. */
export async function freeAbandoned(context: Context, calls: readonly string[]): Promise<boolean> {
  if (calls.length === 0) return false;
  await settleAbandoned(context);
  const { open } = await readState(context);
  const dead = [...new Set(calls)].filter((call) => !(call in open));
  // A batch that reached the server after its insertion was undone.
  if (dead.length > 0) await context.therapists.deleteMany({ import: { $in: dead } });
  return dead.length > 0;
}

/** A look, after which the abandoned are settled beside whatever goes on; one at a time. */
export function watchAbandoned(context: Context) {
  let underWay: Promise<void> | null = null;
  return {
    look(state: StateRow): void {
      if (underWay !== null || Object.keys(state.open).length === 0) return;
      underWay = settleAbandoned(context)
        .catch((error: Error) => context.logger?.warn({ err: error.name }, 'Recovery will be tried again'))
        .finally(() => {
          underWay = null;
        });
    },
    /** Resolves when nothing is under way. */
    idle: async () => underWay ?? undefined,
  };
}

async function settle(context: Context, call: string, range: OpenRange): Promise<void> {
  const ticket = { call, from: range.from, to: range.to };
  if (range.kind === 'publishing') return publish(context, ticket);
  const path = `open.${call}`;
  const silent = { _id: STATE_ID, [`${path}.at`]: range.at, [`${path}.kind`]: range.kind };
  if (range.kind === 'write') {
    await context.states.updateOne(silent, { $unset: { [path]: '' } });
    return;
  }
  const claim = { $set: { [`${path}.kind`]: 'undoing' }, $currentDate: { [`${path}.at`]: true } };
  const { matchedCount } = await context.states.updateOne(silent, claim);
  if (matchedCount > 0) await undo(context, ticket);
}
