import type { Draft } from '../../domain/draft.js';
import type { Report } from '../../domain/report.js';
import type { Therapist } from '../../domain/therapist.js';
import { isEmail, isOnceListed } from '../../domain/workflow/permission.js';
import { paths } from '../../web/paths.js';
import { dayLabel } from '../../wording/dates.js';
import { counted } from '../../wording/numbers.js';
import { addresses } from '../addresses.js';
import type { Decision } from '../decisions.js';
import { allFacts } from '../facts.js';
import { subjectTitle } from '../subject.js';

export function subtitleOf(profile: Draft): string {
  return allFacts(profile)
    .filter(({ field }) => ['credentials', 'discipline'].includes(field))
    .flatMap(({ lines }) => lines)
    .join(', ');
}

export function decidingShown(decision: Decision, therapist: Therapist, blocked: boolean) {
  return {
    href: addresses.decide(therapist.id, decision),
    label: decisionLabel(decision, therapist),
    first: decision === 'list' || decision === 'restore',
    blocked: decision === 'list' && blocked,
  };
}

export const questionShown = ({ field, question, answer }: Therapist['questions'][number]) => ({
  field: subjectTitle(field),
  question,
  answer: answer ?? '',
});

export const reportShown = ({ id, reason, count, at, outcome }: Report) => ({
  href: paths.reviewReport(id),
  words: `${reason.replaceAll('-', ' ')}, told ${counted(count, 'time')}, ${dayLabel(at)}`,
  outcome,
  open: outcome === 'open',
});

export function claimedByOther({ claimedBy }: Therapist, email: string): string {
  return claimedBy !== null && !isEmail(claimedBy, email) ? claimedBy : '';
}

function decisionLabel(decision: Decision, therapist: Therapist): string {
  const edit = isOnceListed(therapist);
  return {
    list: edit ? 'Publish the change' : 'List',
    ask: 'Ask for changes',
    decline: 'Decline',
    drop: 'Drop the change',
    suspend: 'Suspend the listing',
    restore: 'Restore the listing',
  }[decision];
}
