import type { EmailKind } from '../domain/queued-email.js';
import { oneLine } from '../wording/one-line.js';
import { accountEmails } from './account-emails.js';
import { applicationEmails } from './application-emails.js';
import type { EmailContext, EmailDraft, Facts, Write } from './email-draft.js';
import { listingEmails } from './listing-emails.js';
import { wrap } from './wrap.js';

const byKind: Record<EmailKind, Write> = { ...accountEmails, ...applicationEmails, ...listingEmails };

/** An email as it is sent. */
export interface WrittenEmail {
  subject: string;
  text: string;
}

/** Writes an email: plain text with at most one link. Only a link can make a line longer than 78 characters. */
export function writeEmail(kind: EmailKind, facts: Facts, context: EmailContext): WrittenEmail {
  const { subject, body } = byKind[kind](facts, context);
  const parts = [greeting(facts, context), ...body.map((part) => set(part, context)), signed(context)];
  return { subject: oneLine(subject), text: `${parts.join('\n\n')}\n` };
}

function greeting({ name }: Facts, { therapist }: EmailContext): string {
  const called = oneLine(name ?? therapist?.draft?.name ?? therapist?.published?.name ?? '', 60);
  return called === '' ? 'Hello,' : wrap(`Dear ${called},`);
}

function set(part: EmailDraft['body'][number], { origin }: EmailContext): string {
  if (typeof part === 'string') return wrap(part);
  if ('link' in part) return origin + part.link;
  return part.quote
    .split('\n')
    .map((line) => wrap(line, '> '))
    .join('\n');
}

/** The signature. It names only the host, so that it is not a second link. */
function signed({ origin }: EmailContext): string {
  return `Holdspace, the directory of ketamine-assisted psychotherapy\n(${new URL(origin).host}). You can answer this letter.`;
}
