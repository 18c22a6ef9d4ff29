import type { Profile } from '../../domain/profile.js';
import type { Therapist } from '../../domain/therapist.js';
import { type Choice, errorSummary, fieldMaker, type Messages, type Typed } from '../../web/fields.js';
import { factWords, fieldWords } from '../../wording/facts.js';
import { rowWords } from '../../wording/rows.js';
import { addresses } from '../addresses.js';
import { narrowable, rowKey } from '../correction-form.js';
import { nameOf } from './words.js';

interface CorrectShown {
  therapist: Therapist;
  published: Profile;
  /** `null`: as it is now. */
  typed: Typed | null;
  draftRevision: string;
  messages: Messages;
  refusal: string;
  formToken: string;
}

/** The form that mends what is public and wrong. */
export function correctPage({
  therapist,
  published,
  typed,
  draftRevision,
  messages,
  refusal,
  formToken,
}: CorrectShown) {
  const make = fieldMaker(typed ?? asItIs(published), messages);
  return {
    name: nameOf(therapist),
    action: addresses.correct(therapist.id),
    back: addresses.one(therapist.id),
    draftRevision,
    formToken,
    refusal,
    errors: errorSummary(messages),
    accepting: make.tick('accepting', factWords.accepting.label),
    waitWeeks: make.text('waitWeeks', factWords.waitWeeks.label, { inputmode: 'numeric', maxlength: 4 }),
    contact: [
      make.text('phone', factWords['contact.phone'].label, {
        type: 'tel',
        hint: 'As 555-555-0123; empty where there is none',
        maxlength: 20,
      }),
      make.text('email', factWords['contact.email'].label, { maxlength: 120 }),
      make.text('web', factWords['contact.web'].label, { maxlength: 200 }),
    ],
    lists: narrowable
      .map((field) => make.ticks(field, fieldWords[field].label, rowChoices(field, published)))
      .filter(({ options }) => options.length > 0),
    words: make.area('words', 'Why; the therapist reads it', { rows: 4, maxlength: 4000 }),
  };
}

/** The rows of a list, each by its key and in words. */
function rowChoices(field: (typeof narrowable)[number], published: Profile): Choice[] {
  const words = rowWords[field] as (row: unknown) => string;
  return published[field].map((row) => [rowKey(row), words(row)]);
}

function asItIs({ contact, accepting, waitWeeks }: Profile): Typed {
  const values: Record<string, string> = {
    phone: contact.phone ?? '',
    email: contact.email ?? '',
    web: contact.web ?? '',
    accepting: accepting ? '1' : '',
    waitWeeks: waitWeeks === null ? '' : String(waitWeeks),
  };
  return (name) => (name in values ? [values[name]!] : []);
}
