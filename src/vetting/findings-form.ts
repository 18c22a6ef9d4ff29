import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Day, daySchema } from '../domain/calendar.js';
import { type Finding, findingAbout, findingResults } from '../domain/findings.js';
import { paragraphs } from '../domain/text.js';
import { messagesOf } from '../web/fields.js';
import { formObject } from '../web/form-object.js';
import { type Channel, channelOf, channels, withChannel } from './channels.js';

export const MOST_SEEN = 300;
export const CHOOSE = 'Choose what you found.';
export const SAY = 'Say what you saw.';
export const NAME_CHANNEL = 'Name the independent channel that you used.';
export const DAY = 'Give the day on which you looked.';

/** One panel as it was sent. */
export interface PanelTyped {
  subject: string;
  result: string;
  seen: string;
  channel: string;
  on: string;
  /** {@link fingerprint} of what the panel was filled from. */
  was: string;
}

/** A finding to file, with the fingerprint of the one that the reviewer saw. */
export type NewFinding = Omit<Finding, 'by'> & { was: string };

const panelSchema = z
  .object({
    subject: z.string(),
    result: z.string(),
    seen: z.string(),
    channel: z.string(),
    on: z.string(),
    was: z.string(),
  })
  .superRefine(({ subject, result, seen, channel, on }, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const isIdentity = subject === 'identity';
    const known = channels.some(([id]) => id === channel);
    if (!isResult(result)) say('result', CHOOSE);
    if (!daySchema.safeParse(on).success) say('on', DAY);
    if (result === 'verified' && isIdentity && !known) say('channel', NAME_CHANNEL);
    if (result === 'verified' && !isIdentity && seen.trim() === '') say('seen', SAY);
    const whole = seenOf({ subject, seen, channel });
    const read = whole === '' ? null : paragraphs(MOST_SEEN).safeParse(whole);
    if (read?.success === false) say('seen', read.error.issues[0]!.message);
  });

const isResult = (text: string): text is Finding['result'] =>
  (findingResults as readonly string[]).includes(text);

function seenOf({ subject, seen, channel }: Pick<PanelTyped, 'subject' | 'seen' | 'channel'>): string {
  const known = channels.find(([id]) => id === channel)?.[0];
  return subject === 'identity' && known !== undefined ? withChannel(known, seen.trim()) : seen.trim();
}

/** The panels of the form; empty texts in place of anything else that was sent. */
export function typedPanels(form: URLSearchParams): PanelTyped[] {
  const list = formObject(form).finding;
  return (Array.isArray(list) ? list : []).map((panel) => ({
    subject: text(panel, 'subject'),
    result: text(panel, 'result'),
    seen: text(panel, 'seen'),
    channel: text(panel, 'channel'),
    on: text(panel, 'on'),
    was: text(panel, 'was'),
  }));
}

function text(panel: unknown, name: string): string {
  const value = typeof panel === 'object' && panel !== null ? (panel as Record<string, unknown>)[name] : '';
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';
}

/** The findings of the panels in which something was typed, and messages by field. */
export function readPanels(panels: readonly PanelTyped[]): {
  found: NewFinding[];
  messages: Map<string, string>;
} {
  const found: NewFinding[] = [];
  const messages = new Map<string, string>();
  panels.forEach((panel, index) => {
    if (isUntouched(panel)) return;
    const parsed = panelSchema.safeParse(panel);
    if (!parsed.success) {
      for (const [name, message] of messagesOf(parsed.error.issues, `finding.${index}`))
        messages.set(name, message);
      return;
    }
    const { subject, result, on, was } = parsed.data;
    if (!isResult(result)) return;
    const seen = seenOf(panel);
    found.push({ subject, result, on, was, seen: seen === '' ? null : paragraphs(MOST_SEEN).parse(seen) });
  });
  return { found, messages };
}

/** Whether nothing was typed, or nothing changed. */
function isUntouched(panel: PanelTyped): boolean {
  if (panel.result === '' && panel.seen.trim() === '' && panel.channel === '') return true;
  return fingerprint({ ...panel, seen: seenOf(panel) || null }) === panel.was;
}

/** Identifies a finding, to notice when it changed since the page was made. */
export function fingerprint(finding: { result: string; seen: string | null; on: string } | null): string {
  if (finding === null) return 'none';
  const { result, seen, on } = finding;
  return createHash('sha256')
    .update(JSON.stringify([result, seen, on]))
    .digest('base64url')
    .slice(0, 16);
}

/** The panel of a claim, filled from the last finding; with today's date when there is none. */
export function panelFrom(subject: string, findings: readonly Finding[], today: Day): PanelTyped {
  const finding = findingAbout(findings, subject);
  if (finding === null)
    return { subject, result: '', seen: '', channel: '', on: today, was: fingerprint(null) };
  const { channel, rest }: { channel: Channel | null; rest: string } =
    subject === 'identity' ? channelOf(finding.seen) : { channel: null, rest: finding.seen ?? '' };
  return {
    subject,
    result: finding.result,
    seen: rest,
    channel: channel ?? '',
    on: finding.on,
    was: fingerprint(finding),
  };
}
