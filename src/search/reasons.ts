import type { StateCode } from '../domain/reference/states.js';
import { asksCoverage, covers, type JointFacts, type MilesTo, statesThatHold } from './joint.js';
import type { Reason, SearchQuery, TextField } from './search-index.js';

type Authority = Extract<Reason, { kind: 'authority' }>;
type Covered = Extract<Reason, { kind: 'coverage' }>;

/** Without a state, more ways to practice than this say nothing. */
const MOST_AUTHORITIES = 2;

/**
 * Why an entry that matches does so, and how far its closest office is (`null` when nothing near was asked for). Both
 * engines answer this. `field` is the best field in which a word of the search was found.
 */
export function explain(
  facts: JointFacts,
  query: SearchQuery,
  milesTo: MilesTo,
  field: TextField | null,
): { reasons: Reason[]; miles: number | null } {
  const held = statesThatHold(facts, query, milesTo);
  const office = query.near === null ? null : closestOffice(facts, held, milesTo);
  const reasons: Reason[] = [
    ...authorities(facts, query, held),
    ...coverages(facts, query, held),
    ...(office ? [office] : []),
    ...(field ? [{ kind: 'text' as const, field }] : []),
  ];
  return { reasons, miles: office?.miles ?? null };
}

/** One for each basis and license type of the state chosen; without a state the first two where all holds, licenses first. */
function authorities(facts: JointFacts, query: SearchQuery, held: readonly StateCode[]): Authority[] {
  const found: Authority[] = [];
  for (const { state, mode, basis, type } of facts.permissions) {
    if (!held.includes(state)) continue;
    const known = found.find((one) => one.state === state && one.basis === basis && one.type === type);
    if (!known) found.push({ kind: 'authority', state, modes: [mode], basis, type });
    else if (!known.modes.includes(mode)) known.modes = [...known.modes, mode].sort();
  }
  const wanted = found.filter(
    (one) => query.mode.length === 0 || one.modes.some((mode) => query.mode.includes(mode)),
  );
  if (query.state !== null) return wanted;
  const licenses = wanted.filter((one) => one.basis === 'license');
  const others = wanted.filter((one) => one.basis !== 'license');
  return [...licenses, ...others].slice(0, MOST_AUTHORITIES);
}

/** The networks that answer the search, one reason for each payer and state. */
function coverages(facts: JointFacts, query: SearchQuery, held: readonly StateCode[]): Covered[] {
  if (query.state === null && !asksCoverage(query)) return [];
  const found: Covered[] = [];
  for (const row of facts.coverage) {
    if (!held.includes(row.state) || !covers(row, query)) continue;
    const known = found.find((one) => one.state === row.state && one.payer === row.payer);
    if (!known) found.push({ kind: 'coverage', state: row.state, payer: row.payer, lines: [row.line] });
    else if (!known.lines.includes(row.line)) known.lines = [...known.lines, row.line];
  }
  return found;
}

function closestOffice(facts: JointFacts, held: readonly StateCode[], milesTo: MilesTo) {
  let best: Extract<Reason, { kind: 'office' }> | null = null;
  for (const office of facts.offices) {
    const miles = milesTo(office.zip);
    if (held.includes(office.state) && miles < (best?.miles ?? Number.POSITIVE_INFINITY))
      best = { kind: 'office', zip: office.zip, miles };
  }
  return best;
}
