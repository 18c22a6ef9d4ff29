import type { ReasonCode } from '../domain/history.js';
import type { ReportReason } from '../domain/report.js';

const reasons: Record<ReasonCode, string> = {
  'identity-not-shown': 'we could not see that you are the person named',
  'no-verified-authority': 'we could not verify a license or other authority to treat',
  'discipline-or-board-action': 'a board has taken, or is considering, an action',
  'training-not-shown': 'we could not see the training that was named',
  'claims-misleading': 'something in the profile could mislead patients',
  'no-answer': 'our questions were not answered',
  'report-confirmed': 'a report about the listing was found to be right',
  'address-refused': 'letters to your address came back',
  'own-wish': 'you asked for it',
  other: '',
};

const reports: Record<ReportReason, string> = {
  'not-accepting': 'you are not taking new patients',
  'insurance-wrong': 'the insurance on it is wrong',
  'cannot-be-reached': 'you cannot be reached by what stands there',
  'not-licensed-here': 'you are not licensed in a state that it names',
  other: 'something on it is wrong',
  'address-refused': 'our letters do not reach you',
};

/** "because we could not see …"; empty for a code that says nothing. */
export function because(reason: string | undefined): string {
  const words = reasons[reason as ReasonCode] ?? '';
  return words === '' ? '' : ` because ${words}`;
}

export function reported(reason: string | undefined): string {
  return reports[reason as ReportReason] ?? reports.other;
}
