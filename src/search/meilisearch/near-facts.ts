import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';
import { packFacts, unpackFacts } from './facts.js';

/** What of an entry as a whole a search near a ZIP code looks at in this process, in the order in which it is packed. */
const flatNames = [
  'scope',
  'presence',
  'place',
  'programme',
  'focus',
  'language',
  'accepting',
  'ownTherapist',
  'integration72h',
  'hourlyFee',
  'caseload',
  'confirmedOn',
  'evidence',
  'name',
] as const;

type FlatFacts = Pick<IndexEntry, (typeof flatNames)[number]>;
export type NearFacts = JointFacts & FlatFacts;

/** Of the states with an office alone, as one short text: thousands of them may leave the server for one search. */
export function packNear(entry: IndexEntry): string {
  const states = new Set(entry.offices.map((office) => office.state));
  const joint = packFacts({
    permissions: entry.permissions.filter((may) => states.has(may.state)),
    coverage: entry.coverage.filter((row) => states.has(row.state)),
    offices: entry.offices,
  });
  return JSON.stringify([joint, ...flatNames.map((name) => entry[name])]);
}

export function unpackNear(text: string): NearFacts {
  const [joint, ...values] = JSON.parse(text) as [string, ...unknown[]];
  const flat = Object.fromEntries(flatNames.map((name, at) => [name, values[at]]));
  return { ...unpackFacts(joint), ...(flat as unknown as FlatFacts) };
}
