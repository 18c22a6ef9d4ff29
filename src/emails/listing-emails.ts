import { addDays, type Day } from '../domain/calendar.js';
import { FLAG_AFTER_DAYS, lapsesOn } from '../domain/freshness.js';
import type { EmailKind } from '../domain/queued-email.js';
import { authorityInWords, fieldInWords } from '../wording/fields-in-emails.js';
import { listed } from '../wording/lists.js';
import { because } from '../wording/reasons.js';
import { reportedInEmail } from '../wording/report-reasons.js';
import { quoted } from './application-emails.js';
import type { EmailContext, Facts, Write } from './email-draft.js';
import { dayInWords } from './plain-text.js';

const OWN = { link: '/practice' };
const REVIEWER = 'The reviewer writes:';

const lastConfirmed = ({ therapist }: EmailContext) => therapist?.confirmedAt ?? null;

/** What happens next to a listing that is not confirmed, as of today. */
function ahead(context: EmailContext): string {
  const confirmedAt = lastConfirmed(context);
  if (confirmedAt === null) return 'A listing that nobody confirms for 120 days is hidden.';
  const flagged = addDays(confirmedAt, FLAG_AFTER_DAYS);
  const hidden = dayInWords(lapsesOn(confirmedAt));
  return context.today < flagged
    ? `Without it, your page says from ${dayInWords(flagged)} on that it was not confirmed, and from ${hidden} on it is hidden.`
    : `Your page says already that it was not confirmed. From ${hidden} on it is hidden.`;
}

/** " on Monday, March 2, 2026", or empty when the day is not known. */
const onDay = (day: Day | undefined) => (dayInWords(day) === '' ? '' : ` on ${dayInWords(day)}`);

const subjectOf = ({ subject }: Facts) => authorityInWords(subject);

/** Emails about a listing. */
export const listingEmails = {
  confirm: (_, context) => {
    const since = dayInWords(lastConfirmed(context) ?? undefined);
    return {
      subject: 'Is everything on your page still right?',
      body: [
        `Patients trust what they read, so we ask every 90 days.${since === '' ? '' : ` You confirmed your page last on ${since}.`}`,
        'The link shows what stands there. If all of it is right, one button says so; there is no need to sign in.',
        { link: context.path ?? '/practice' },
        ahead(context),
        'Has something changed? Then sign in and change it.',
      ],
    };
  },

  lapsed: (_, { path }) => ({
    subject: 'Your page is hidden now',
    body: [
      'Nobody has confirmed your page for 120 days, so patients do not see it any more. Nothing is lost.',
      'If everything on it is right, one button brings it back at once:',
      { link: path ?? '/practice' },
    ],
  }),

  suspended: (facts) => ({
    subject: 'Your page is not shown for now',
    body: [
      `We have taken your page out of the directory for now${because(facts.reason)}. Nothing is erased.`,
      ...quoted(facts, REVIEWER),
      'What you can do about it stands on your pages. You can answer this letter, too: a person reads it.',
      OWN,
    ],
  }),

  restored: (facts, { path }) => ({
    subject: 'Your page is back',
    body:
      facts.status === 'lapsed'
        ? [
            'A reviewer has lifted the hold on your page. It was not confirmed for 120 days, so it stays hidden until you say that everything on it is right:',
            { link: path ?? '/practice' },
            ...quoted(facts, REVIEWER),
          ]
        : ['A reviewer has put your page back into the directory.', ...quoted(facts, REVIEWER), OWN],
  }),

  'license-expiring': (facts) => ({
    subject: 'A license on your page ends soon',
    body: [
      `By what we know, ${subjectOf(facts)} ends${onDay(facts.expiresOn)}. The day after, patients do not find you under it any more.`,
      'Renewed already? Please write the new date into your profile. A reviewer looks it up, and nothing is interrupted.',
      OWN,
    ],
  }),

  'license-expired': (facts) => ({
    subject: 'A license on your page has ended',
    body: [
      `By what we know, ${subjectOf(facts)} ended${onDay(facts.expiresOn)}, so patients do not find you under it any more. ${facts.left === '0' ? 'No other verified license is left, so your page is not shown for now.' : 'What rests on other licenses stays as it was.'}`,
      'Renewed? Please write the new date into your profile; it is back as soon as a reviewer has looked it up.',
      OWN,
    ],
  }),

  reported: (facts) => ({
    subject: 'Somebody says that something on your page is wrong',
    body: [
      `Somebody told us about your page that ${reportedInEmail(facts.reason)}. We do not ask who tells us, and nothing shows in public until a reviewer has looked at it, within two business days.`,
      'If it is right, please correct your page now. If it is not, say so there in a sentence; the reviewer reads it.',
      OWN,
    ],
  }),

  corrected: (facts) => {
    const fields = (facts.fields ?? '').split(/\s+/).filter(Boolean);
    const what = fields.length === 0 ? 'your page' : listed([...new Set(fields.map(fieldInWords))]);
    return {
      subject: 'We corrected your page',
      body: [
        `A reviewer found something out of date and corrected ${what}.`,
        ...quoted(facts, REVIEWER),
        'If that is not right, please change it:',
        OWN,
      ],
    };
  },

  left: (facts) => ({
    subject: 'You have left Holdspace',
    body: [
      'Your page is gone, and what you wrote and showed us is erased. What stays is that a listing ended, when and why, without your name.',
      ...quoted(facts, REVIEWER),
      'This is our last letter. Thank you for having been here. You may apply again at any time.',
    ],
  }),
} satisfies Partial<Record<EmailKind, Write>>;
