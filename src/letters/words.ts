import type { LetterKind } from '../domain/letters.js';
import { accountLetters } from './account-letters.js';
import { applicationLetters } from './application-letters.js';
import type { Draught, Facts, LetterContext, Write } from './letter-context.js';
import { listingLetters } from './listing-letters.js';
import { oneLine } from './plain.js';
import { wrap } from './wrap.js';

const byKind: Record<LetterKind, Write> = { ...accountLetters, ...applicationLetters, ...listingLetters };

export interface Words {
  subject: string;
  text: string;
}

/** The words of a letter: plain text, at most one link, no line but a link's longer than 78 signs. */
export function words(kind: LetterKind, facts: Facts, context: LetterContext): Words {
  const { subject, body } = byKind[kind](facts, context);
  const parts = [greeting(facts, context), ...body.map((part) => set(part, context)), signed(context)];
  return { subject: oneLine(subject), text: `${parts.join('\n\n')}\n` };
}

function greeting({ name }: Facts, { therapist }: LetterContext): string {
  const called = oneLine(name ?? therapist?.draft?.name ?? therapist?.published?.name ?? '', 60);
  return called === '' ? 'Hello,' : wrap(`Dear ${called},`);
}

function set(part: Draught['body'][number], { origin }: LetterContext): string {
  if (typeof part === 'string') return wrap(part);
  if ('link' in part) return origin + part.link;
  return part.quote
    .split('\n')
    .map((line) => wrap(line, '> '))
    .join('\n');
}

/** Who writes. Without a second link: the host alone. */
function signed({ origin }: LetterContext): string {
  return `Holdspace, the directory of ketamine-assisted psychotherapy\n(${new URL(origin).host}). You can answer this letter.`;
}
