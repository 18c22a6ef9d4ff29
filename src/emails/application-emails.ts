import type { EmailKind } from '../domain/queued-email.js';
import { dueWhenSent } from '../domain/review-due.js';
import { fieldInWords } from '../wording/fields-in-emails.js';
import { because } from '../wording/reasons.js';
import type { EmailContext, EmailDraft, Facts, Write } from './email-draft.js';
import { dayInWords, lines } from './plain-text.js';

const OWN = { link: '/practice' };
const isEdit = ({ of }: Facts) => of === 'edit';

/** A reviewer's own words, shown as theirs; empty when there are none. */
export function quoted({ words }: Facts, before: string): EmailDraft['body'] {
  const said = lines(words ?? '');
  return said === '' ? [] : [before, { quote: said }];
}

const REVIEWER = 'The reviewer writes:';

function questions({ therapist }: EmailContext): EmailDraft['body'] {
  const asked = therapist?.questions ?? [];
  return asked.map(({ field, question }) => ({
    quote: `About ${fieldInWords(field)}:\n${lines(question)}`,
  }));
}

/** Whether patients do not see the changed listing: it is paused, on hold, or was not confirmed. */
const hidden = (status: string | undefined) => status !== undefined && status !== 'listed';

/** Emails about an application, or about a change that waits for a reviewer. */
export const applicationEmails = {
  received: (facts, { therapist, today }) => {
    const since = therapist?.waitingSince?.slice(0, 10) ?? today;
    const by = dayInWords(dueWhenSent(isEdit(facts) ? 'edit' : 'application', since));
    return {
      subject: isEdit(facts) ? 'We have your change' : 'We have your application',
      body: [
        isEdit(facts)
          ? 'Your change is with our reviewers. What is public stays as it is until they have looked at it.'
          : 'Your application is with our reviewers.',
        `You have an answer by ${by}: that it is listed, a question, or why not. There is nothing you have to do until then.`,
        'Where it stands, at any time:',
        OWN,
      ],
    };
  },

  'changes-asked': (facts, context) => ({
    subject: isEdit(facts) ? 'A question about your change' : 'A question about your application',
    body: [
      `A reviewer has looked at your ${isEdit(facts) ? 'change' : 'application'} and needs something more from you.`,
      ...quoted(facts, REVIEWER),
      ...questions(context),
      'Please change what is asked for, or answer in the box below it, and send it again. There is no deadline; it waits for you.',
      OWN,
    ],
  }),

  listed: (facts, { therapist }) => ({
    subject: 'Your practice is listed',
    body: [
      'Your application was checked, and patients can find you from now on. This is your page:',
      { link: therapist === null ? '/practice' : `/therapists/${therapist.slug}` },
      ...quoted(facts, REVIEWER),
      'Fees, insurance, openings and contact you change yourself, at once. In about 75 days we ask whether everything is still right; one click says yes.',
    ],
  }),

  declined: (facts) => ({
    subject: 'About your application',
    body: [
      `We cannot list your practice now${because(facts.reason)}. We know what it means to be told so, and a person has looked at all that you sent.`,
      ...quoted(facts, REVIEWER),
      'If we are wrong, or when this has changed, answer this letter: a person reads it.',
    ],
  }),

  'edit-listed': (facts) => ({
    subject: hidden(facts.status) ? 'Your change was checked' : 'Your change is public',
    body: [
      hidden(facts.status)
        ? 'A reviewer has checked your change. Patients see it as soon as your listing is shown again.'
        : 'A reviewer has checked your change, and patients see it now.',
      ...quoted(facts, REVIEWER),
      OWN,
    ],
  }),

  'edit-dropped': (facts) => ({
    subject: 'About your change',
    body: [
      `We could not take over your change${because(facts.reason)}. What was public before is public still; nothing else happens.`,
      ...quoted(facts, REVIEWER),
      'You may change it again at any time:',
      OWN,
    ],
  }),
} satisfies Partial<Record<EmailKind, Write>>;
