import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';
import { type PackedFacts, packFacts, unpackFacts } from './facts.js';

/** What a search near a ZIP code looks at in this process. */
export type NearFacts = JointFacts &
  Pick<
    IndexEntry,
    | 'scope'
    | 'presence'
    | 'place'
    | 'program'
    | 'focus'
    | 'language'
    | 'accepting'
    | 'ownTherapist'
    | 'integration72h'
    | 'hourlyFee'
    | 'caseload'
    | 'confirmedOn'
    | 'evidence'
    | 'name'
  >;

type Lists = Pick<NearFacts, 'scope' | 'presence' | 'place' | 'program' | 'focus' | 'language'>;
type Flags = [accepting: boolean, ownTherapist: boolean, integration72h: boolean];
type Numbers = [hourlyFee: number | null, caseload: number, confirmedOn: number, evidence: number];

/** Bare values, as thousands of them may leave the server for one search. */
export type PackedNear = [PackedFacts, Lists[keyof Lists][], Flags, Numbers, string];

/** Of the states with an office alone. */
export function packNear(entry: IndexEntry): PackedNear {
  const states = new Set(entry.offices.map((office) => office.state));
  return [
    packFacts({
      permissions: entry.permissions.filter((may) => states.has(may.state)),
      coverage: entry.coverage.filter((row) => states.has(row.state)),
      offices: entry.offices,
    }),
    [entry.scope, entry.presence, entry.place, entry.program, entry.focus, entry.language],
    [entry.accepting, entry.ownTherapist, entry.integration72h],
    [entry.hourlyFee, entry.caseload, entry.confirmedOn, entry.evidence],
    entry.name,
  ];
}

export function unpackNear([joint, lists, flags, numbers, name]: PackedNear): NearFacts {
  const { permissions, coverage, offices } = unpackFacts(joint);
  return {
    permissions,
    coverage,
    offices,
    scope: lists[0] as Lists['scope'],
    presence: lists[1] as Lists['presence'],
    place: lists[2] as Lists['place'],
    program: lists[3] as Lists['program'],
    focus: lists[4] as Lists['focus'],
    language: lists[5] as Lists['language'],
    accepting: flags[0],
    ownTherapist: flags[1],
    integration72h: flags[2],
    hourlyFee: numbers[0],
    caseload: numbers[1],
    confirmedOn: numbers[2],
    evidence: numbers[3],
    name,
  };
}
