import { type Authority, authoritySubject, PSYPACT_SUBJECT } from '../authority.js';
import type { Draft } from '../draft.js';
import { personSubjects } from '../findings.js';
import { questionIds } from '../five-questions.js';
import { isThat } from './edit-authority.js';
import { same } from './same.js';
import { changedFields, type Field } from './sections.js';

/** The finding that speaks of a field. Licenses and PSYPACT have one each. Who somebody is hangs on name, NPI and discipline. */
const subjectByField: Partial<Record<Field, string>> = {
  name: 'identity',
  npi: 'identity',
  discipline: 'identity',
  training: 'training',
  caseload: 'caseload',
  scope: 'scope',
  presence: 'scope',
  dosePlaces: 'scope',
  role: 'scope',
  integrationWithin72h: 'scope',
  difficultMaterial: 'difficult-material',
  coordination: 'coordination',
};

/** Everything in a draft that a reviewer can look at. */
export function subjectsOf(draft: Draft): string[] {
  return [...questionIds, ...personSubjects, ...authorities(draft).keys()];
}

/** The subjects whose claim is another one, or gone, in `after`: what was found about it no longer holds. */
export function changedSubjects(before: Draft, after: Draft): Set<string> {
  const changed = changedFields(before, after).flatMap((field) => subjectByField[field] ?? []);
  const [old, next] = [authorities(before), authorities(after)];
  const authority = [...old].filter(([subject, held]) => !same(held, next.get(subject)));
  return new Set([...changed, ...authority.map(([subject]) => subject)]);
}

/** The subjects of authority that is given up: neither there any more, nor under another title. */
export function authorityGone(before: Draft, after: Draft): string[] {
  const kept = (held: Authority) => (after.authority ?? []).some((other) => isThat(held, other));
  const gone = (before.authority ?? []).filter((held) => !kept(held)).map(authoritySubject);
  return before.psypact && !after.psypact ? [...gone, PSYPACT_SUBJECT] : gone;
}

function authorities({ authority = [], psypact }: Draft): Map<string, object> {
  const held = authority.map((one): [string, object] => [authoritySubject(one), one]);
  return new Map(psypact ? [...held, [PSYPACT_SUBJECT, psypact]] : held);
}
