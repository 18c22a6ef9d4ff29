import { authoritySubject } from '../../src/domain/authority.js';
import { reasonCodes } from '../../src/domain/history.js';
import { emailKinds } from '../../src/domain/queued-email.js';
import { reportReasons } from '../../src/domain/report.js';
import { writeEmail } from '../../src/emails/write-email.js';
import { plainProfile } from '../support/plain-profile.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';
import type { Folder } from './folder.js';

type Facts = Record<string, string>;

const ana = aTherapist({
  slug: 'ana-ruiz',
  published: { name: 'Ana Ruiz' },
  confirmedDaysAgo: 80,
  waitingSince: `${TODAY}T09:00:00.000Z`,
  questions: [
    { field: 'training', question: 'Which year was that?', answer: null },
    { field: 'contact', question: 'Is this number yours?', answer: null },
  ],
});
const bare = aTherapist({ published: null, status: 'draft', confirmedDaysAgo: 0 });
const recipients = {
  ana: { therapist: ana, path: '/sign-in/abc.def' },
  late: { therapist: aTherapist({ confirmedDaysAgo: 95 }), path: null },
  'a beginner': { therapist: { ...bare, confirmedAt: null }, path: null },
  nobody: { therapist: null, path: '/join/abc.def' },
};

const profile = plainProfile(TODAY);
const subjects = [...profile.authority.map(authoritySubject), 'authority:psypact', 'authority:x', 'training'];
const fields = [...Object.keys(profile), 'identity', 'standing', 'malpractice', 'references', 'evidence'];
const own =
  'Words of a reviewer.\n\nAnd some more, long enough to be set in several lines of a letter that is read.';

/** Every fact that an email may have, one after the other; an email ignores the facts of other kinds. */
const facts: Facts[] = [
  {},
  { of: 'edit' },
  { words: own },
  { of: 'edit', words: own, reason: 'other' },
  { name: 'Ana Ruiz' },
  { name: 'Ana Ruiz', words: own },
  ...[...reasonCodes, ...reportReasons, 'no-such-reason'].map((reason) => ({ reason })),
  ...['listed', 'lapsed', 'paused', 'suspended'].map((status) => ({ status, words: own })),
  ...fields.map((field) => ({ fields: field })),
  { fields: fields.join(' '), words: own },
  ...subjects.flatMap((subject) => ['0', '1'].map((left) => ({ subject, left, expiresOn: '2026-04-16' }))),
];

/** The text of each kind of email, with each fact, to each recipient, without repetitions. */
export async function letterWords(folder: Folder): Promise<void> {
  for (const kind of emailKinds) {
    const said = new Map<string, string[]>();
    for (const [name, context] of Object.entries(recipients))
      for (const fact of facts) {
        const { subject, text } = writeEmail(kind, fact, {
          ...context,
          origin: 'https://site.example',
          today: TODAY,
        });
        const email = `Subject: ${subject}\n\n${text}`;
        const before = said.get(email);
        if (before === undefined) said.set(email, [`${name}, ${JSON.stringify(fact)}`]);
      }
    const parts = [...said].map(([email, [first]]) => `=== to ${first}\n${email}`);
    folder.write(`emails/kinds/${kind}`, parts.join('\n'));
  }
}
