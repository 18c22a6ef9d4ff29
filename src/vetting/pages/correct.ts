import type { Profile } from '../../domain/profile.js';
import type { Therapist } from '../../domain/therapist.js';
import { errorSummary, fieldMaker, type Messages, type Typed } from '../../web/fields.js';
import { authorityWords, coverageWords, officeWords } from '../../wording/rows.js';
import { addresses } from '../addresses.js';
import { rowKey } from '../correction-form.js';
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
  const rows = <T>(items: readonly T[], words: (item: T) => string) =>
    items.map((item) => [rowKey(item), words(item)] as const);
  return {
    name: nameOf(therapist),
    action: addresses.correct(therapist.id),
    back: addresses.one(therapist.id),
    draftRevision,
    formToken,
    refusal,
    errors: errorSummary(messages),
    accepting: make.tick('accepting', 'Accepting new patients'),
    waitWeeks: make.text('waitWeeks', 'Usual wait in weeks', { inputmode: 'numeric', maxlength: 4 }),
    contact: [
      make.text('phone', 'Phone', {
        type: 'tel',
        hint: 'As 555-555-0123; empty where there is none',
        maxlength: 20,
      }),
      make.text('email', 'E-mail for patients', { maxlength: 120 }),
      make.text('web', 'Website', { maxlength: 200 }),
    ],
    lists: [
      make.ticks('coverage', 'Insurance', rows(published.coverage, coverageWords)),
      make.ticks(
        'authority',
        'Licenses, registrations, privileges',
        rows(published.authority, authorityWords),
      ),
      make.ticks('offices', 'Offices', rows(published.offices, officeWords)),
    ].filter(({ options }) => options.length > 0),
    words: make.area('words', 'Why; the therapist reads it', { rows: 4, maxlength: 4000 }),
  };
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
