import { expect } from 'chai';
import fc from 'fast-check';
import { reasonCodes } from '../../src/domain/history.js';
import { type EmailKind, emailKinds } from '../../src/domain/queued-email.js';
import { reportReasons } from '../../src/domain/report.js';
import type { EmailContext } from '../../src/emails/email-draft.js';
import { writeEmail } from '../../src/emails/write-email.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';

const ana = aTherapist({
  slug: 'ana-ruiz',
  published: { name: 'Ana Ruiz' },
  confirmedDaysAgo: 80,
  waitingSince: `${TODAY}T09:00:00.000Z`,
  questions: [{ field: 'training', question: 'Which year was that?', answer: null }],
});
const context: EmailContext = {
  origin: 'https://directory.example',
  today: TODAY,
  path: '/sign-in/abc.def',
  therapist: ana,
};

/** For each kind: facts, what the text must say then, and its link. */
const table: Record<
  EmailKind,
  { facts?: Record<string, string>; says: (string | RegExp)[]; link: string | null }
> = {
  'sign-in': { says: ['once, within 20 minutes'], link: '/sign-in/abc.def' },
  join: { says: ['known here already', 'Dear Ana Ruiz,'], link: '/sign-in/abc.def' },
  invitation: { says: ['If you do not want to be listed, do nothing'], link: '/sign-in?next=%2Fpractice' },
  received: { says: ['Your application', 'by Monday, March 9, 2026'], link: '/practice' },
  'changes-asked': {
    facts: { of: 'edit', words: 'Nearly there.' },
    says: ['your change', '> Nearly there.', '> About your training:\n> Which year was that?'],
    link: '/practice',
  },
  listed: { says: ['patients can find you'], link: '/therapists/ana-ruiz' },
  declined: {
    facts: { reason: 'training-not-shown', words: 'We asked twice.' },
    says: ['because we could not see the training', '> We asked twice.'],
    link: null,
  },
  suspended: {
    facts: { reason: 'no-verified-authority' },
    says: ['because we could not'],
    link: '/practice',
  },
  restored: { facts: { status: 'lapsed' }, says: ['stays hidden until'], link: '/sign-in/abc.def' },
  'edit-listed': { says: ['patients see it now'], link: '/practice' },
  'edit-dropped': { facts: { reason: 'other' }, says: ['over your change. What'], link: '/practice' },
  confirm: {
    facts: { days: '80' },
    says: ['last on Friday, December 12, 2025', 'Thursday, March 12, 2026', 'Saturday, April 11, 2026'],
    link: '/sign-in/abc.def',
  },
  lapsed: { says: ['brings it back at once'], link: '/sign-in/abc.def' },
  'license-expiring': {
    facts: { subject: 'authority:license:NJ:LCSW', expiresOn: '2026-04-16' },
    says: ['your authority in New Jersey ends on Thursday, April 16, 2026'],
    link: '/practice',
  },
  'license-expired': {
    facts: { subject: 'authority:psypact', expiresOn: '2026-03-01', left: '0' },
    says: ['your PSYPACT authority ended on Sunday, March 1, 2026', 'No other verified license'],
    link: '/practice',
  },
  reported: {
    facts: { reason: 'insurance-wrong' },
    says: ['the insurance on it is wrong'],
    link: '/practice',
  },
  corrected: {
    facts: { fields: 'fees waitWeeks' },
    says: ['your fees and the usual wait'],
    link: '/practice',
  },
  left: { facts: { name: 'Ana Ruiz' }, says: ['Dear Ana Ruiz,', 'last letter'], link: null },
};

const folded = (text: string) => text.replace(/\n(?!\n|>)/g, ' ');
const linksOf = (text: string) => [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);

/** What has to be true of every email, whatever it was made from. */
function assertSound({ subject, text }: { subject: string; text: string }): void {
  expect(subject)
    .to.match(/^\S.*\S$/)
    .and.not.match(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  expect(subject.length).to.be.at.most(78);
  expect(`${subject}\n${text}`).not.to.match(/undefined|null|NaN|Invalid|\[object/);
  for (const line of text.split('\n'))
    if (!/^(> )?https?:/.test(line)) expect(line.length, line).to.be.at.most(78);
  expect(text).not.to.match(/[^\P{Cc}\n]/u);
  expect(text).to.contain('Holdspace').and.match(/\S\n$/);
}

describe('an email', () => {
  for (const kind of emailKinds) {
    const { facts = {}, says, link } = table[kind];
    it(`about ${kind} says what happened and what comes next, with at most one link`, () => {
      const email = writeEmail(kind, facts, context);
      assertSound(email);
      for (const say of says)
        expect(folded(email.text), email.text).to[say instanceof RegExp ? 'match' : 'contain'](
          (say instanceof RegExp ? say : folded(say)) as never,
        );
      expect(linksOf(email.text)).to.deep.equal(link === null ? [] : [`https://directory.example${link}`]);
    });

    it(`about ${kind} works without any fact, and without a record`, () => {
      assertSound(writeEmail(kind, {}, context));
      assertSound(writeEmail(kind, {}, { ...context, path: null, therapist: null }));
      const bare = aTherapist({ published: null, status: 'draft', confirmedDaysAgo: 0 });
      assertSound(
        writeEmail(kind, {}, { ...context, path: null, therapist: { ...bare, confirmedAt: null } }),
      );
    });
  }

  it('does not say that patients see a change while the listing is hidden', () => {
    const { subject, text } = writeEmail('edit-listed', { status: 'paused' }, context);
    expect(subject).to.equal('Your change was checked');
    expect(text)
      .to.match(/as soon\s+as\s+your\s+listing/)
      .and.not.to.contain('patients see it now');
  });

  it('has words for every reason', () => {
    for (const reason of reasonCodes)
      for (const kind of ['declined', 'suspended', 'edit-dropped'] as const)
        assertSound(writeEmail(kind, { reason }, context));
    const told = reportReasons.map((reason) => writeEmail('reported', { reason }, context).text);
    expect(new Set(told).size).to.equal(reportReasons.length);
  });

  it('promises an answer to a change sooner than to an application', () => {
    expect(folded(writeEmail('received', { of: 'edit' }, context).text)).to.contain(
      'by Wednesday, March 4, 2026',
    );
  });

  it('starts an application for an unknown address', () => {
    const { subject, text } = writeEmail('join', {}, { ...context, therapist: null });
    expect(subject).to.equal('Begin your application');
    expect(folded(text)).to.contain('nothing has been begun, and nothing will be');
  });

  it('says what happens next to a page that is flagged already', () => {
    const late = { ...context, therapist: aTherapist({ confirmedDaysAgo: 95 }) };
    expect(folded(writeEmail('confirm', {}, late).text)).to.contain('says already that it was not confirmed');
  });

  it('never repeats what a visitor wrote about a listing', () => {
    const text = writeEmail(
      'reported',
      { reason: 'other', words: 'Click https://evil.example now' },
      context,
    ).text;
    expect(text).not.to.contain('evil');
  });

  it('gets no header, no second link and no overlong line from a name or a fact', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        'a\r\nBcc: all@evil.example',
        'x'.repeat(4000),
        '\u2028Subject: no',
        '=?utf-8?q?=0D=0A?=',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, fc.constantFrom(...emailKinds), (name, said, kind) => {
        const therapist = { ...ana, published: { ...ana.published!, name }, questions: [] };
        const facts = { name, words: said, reason: said, fields: said, subject: said, expiresOn: said };
        const { subject, text } = writeEmail(kind, facts, { ...context, therapist });
        expect(subject).not.to.match(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(text).not.to.match(/[^\P{Cc}\n]/u);
        for (const line of text.split('\n')) if (!/https?:/.test(line)) expect(line.length).to.be.at.most(78);
        // What a person typed is quoted, line by line.
        const own = text.split('\n').filter((line) => line.startsWith('http'));
        for (const line of own) expect(line).to.match(/^https:\/\/directory\.example\//);
      }),
      { numRuns: 300 },
    );
  });
});
