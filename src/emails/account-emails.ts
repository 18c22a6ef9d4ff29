import type { EmailKind } from '../domain/queued-email.js';
import type { Write } from './email-draft.js';

const ONCE = 'It works once, within 20 minutes.';
const PRIVATE = `${ONCE} Please do not pass it on: whoever has it can sign in as you.`;
const NOT_YOU = 'If that was not you, nothing happens without the link: you may forget this letter.';

/** Emails about signing in and joining. */
export const accountEmails = {
  'sign-in': (_, { path }) => ({
    subject: 'Your link to sign in',
    body: [
      'Somebody, most likely you, asked to sign in to Holdspace with this address. The link opens a page with a button that signs you in.',
      { link: path ?? '/sign-in' },
      PRIVATE,
      NOT_YOU,
    ],
  }),

  join: (_, { path, therapist }) =>
    therapist === null
      ? {
          subject: 'Begin your application',
          body: [
            'Somebody, most likely you, asked to be listed on Holdspace with this address. The link opens a page with a button that begins your application.',
            { link: path ?? '/join' },
            `${ONCE} What you write is kept as you go, so you can stop at any point and sign in later.`,
            'If that was not you, nothing has been begun, and nothing will be: you may forget this letter.',
          ],
        }
      : {
          subject: 'Your link to sign in',
          body: [
            'Somebody, most likely you, asked to apply with this address. It is known here already: the link opens a page with a button that takes you to your own pages.',
            { link: path ?? '/sign-in' },
            PRIVATE,
            NOT_YOU,
          ],
        },

  invitation: () => ({
    subject: 'An invitation to be listed on Holdspace',
    body: [
      'We keep a directory of therapists who practice ketamine-assisted psychotherapy. What we know of your practice is ready as a draft that nobody but you and our reviewers can see. It is shown to patients only when you have looked it over and sent it, and a reviewer has checked it.',
      'It takes about ten minutes and costs nothing. Sign in with this address; we send you a link to it:',
      { link: '/sign-in?next=%2Fpractice' },
      'If you do not want to be listed, do nothing: the draft is never shown. To have it erased, sign in and choose to leave, or answer this letter.',
    ],
  }),
} satisfies Partial<Record<EmailKind, Write>>;
