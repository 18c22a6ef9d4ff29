import type { ReasonCode } from '../domain/history.js';

/** Why a therapist was declined, suspended or left, once for each reader. */
interface ReasonWords {
  readonly reviewer: string;
  /** On the therapist's overview, after "The reason: ". */
  readonly page: string;
  /** In an email, after "because"; empty for a reason that says nothing. */
  readonly email: string;
  /**
   * What the reviewer's own words begin with, to be changed before they are sent. The email says by itself what was decided, and in
   * general why; these say what was looked at, and what would help.
   */
  readonly template: string;
}

/** The reasons of decisions in words. */
export const reasonWords: Readonly<Record<ReasonCode, ReasonWords>> = {
  'identity-not-shown': {
    reviewer: 'Identity not shown',
    page: 'we could not see that you are who you say',
    email: 'we could not see that you are the person named',
    template:
      'We looked for your name and license on the board’s own look-up and in the NPI registry, and did not find the two together. A former name, or a letter of the board, would help.',
  },
  'no-verified-authority': {
    reviewer: 'No authority that could be verified',
    page: 'no license of yours that we verified is valid today',
    email: 'we could not verify a license or other authority to treat',
    template:
      'We looked up each license, registration and privilege that the profile names, and found none that is valid today. The number as the board writes it would help.',
  },
  'discipline-or-board-action': {
    reviewer: 'Action of a board',
    page: 'a board has acted on your license',
    email: 'a board has taken, or is considering, an action',
    template:
      'The public record of the board shows an action or an open matter beside your license. Its letter, once the matter is closed, would help.',
  },
  'training-not-shown': {
    reviewer: 'Training not shown',
    page: 'the training could not be shown',
    email: 'we could not see the training that was named',
    template:
      'We could not match name, award and year of the training with a certificate or with the program. A certificate, or somebody at the program whom we may ask, would help.',
  },
  'claims-misleading': {
    reviewer: 'Claims that mislead',
    page: 'something in the profile would mislead patients',
    email: 'something in the profile could mislead patients',
    template:
      'Part of the profile promises an outcome, or says more than the evidence shows. Plain words about what you do would help.',
  },
  'no-answer': {
    reviewer: 'No answer to our questions',
    page: 'our questions were not answered',
    email: 'our questions were not answered',
    template: 'We asked, and have had no answer. An answer brings the matter up again.',
  },
  'report-confirmed': {
    reviewer: 'A report proved right',
    page: 'a report about the listing was found to be right',
    email: 'a report about the listing was found to be right',
    template: 'We checked what was reported, and found it as it was told. Tell us when it is mended.',
  },
  'address-refused': {
    reviewer: 'Mail to their address is refused',
    page: 'our e-mails to you come back',
    email: 'letters to your address came back',
    template: 'Tell us an address at which you can be reached.',
  },
  'own-wish': {
    reviewer: 'Their own wish',
    page: 'you asked for it',
    email: 'you asked for it',
    template: 'As you asked.',
  },
  other: {
    reviewer: 'Another reason',
    page: 'see the words of the reviewer',
    email: '',
    template: '',
  },
};

/** "because we could not see …", with a space before it; empty for a code that says nothing. */
export function because(reason: string | undefined): string {
  const words = reasonWords[reason as ReasonCode]?.email ?? '';
  return words === '' ? '' : ` because ${words}`;
}
