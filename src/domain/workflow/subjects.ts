import { type Authority, authoritySubject, PSYPACT_SUBJECT } from '../authority.js';
import type { Draft } from '../draft.js';
import { isThat } from '../narrow-authority.js';
import { personChecks } from '../profile-fields/checks.js';
import { type Field, rowOf } from '../profile-fields.js';
import { questionIds } from '../questions.js';
import { same } from '../same.js';
import { changedFields } from './changed-fields.js';

/** Everything in a draft that a reviewer can check. */
export function subjectsOf(draft: Draft): string[] {
  return [...questionIds, ...personChecks, ...authorities(draft).keys()];
}

/** The subjects whose claim changed or is gone in `after`, so that findings about them no longer hold. */
export function changedSubjects(before: Draft, after: Draft): Set<string> {
  const changed = changedFields(before, after).flatMap(checkVoidedBy);
  const [old, next] = [authorities(before), authorities(after)];
  const authority = [...old].filter(([subject, held]) => !same(held, next.get(subject)));
  return new Set([...changed, ...authority.map(([subject]) => subject)]);
}

/** The check that a change of the field voids. Licenses and PSYPACT have a check each, which is compared apart. */
function checkVoidedBy(field: Field): string[] {
  const { check, keepsCheck } = rowOf(field);
  return check === undefined || keepsCheck ? [] : [check];
}

/** The subjects of authority that was removed, and not only given another title. */
export function authorityGone(before: Draft, after: Draft): string[] {
  const kept = (held: Authority) => (after.authority ?? []).some((other) => isThat(held, other));
  const gone = (before.authority ?? []).filter((held) => !kept(held)).map(authoritySubject);
  return before.psypact && !after.psypact ? [...gone, PSYPACT_SUBJECT] : gone;
}

function authorities({ authority = [], psypact }: Draft): Map<string, object> {
  const held = authority.map((one): [string, object] => [authoritySubject(one), one]);
  return new Map(psypact ? [...held, [PSYPACT_SUBJECT, psypact]] : held);
}
