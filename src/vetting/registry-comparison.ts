import type { Draft } from '../domain/draft.js';
import { states } from '../domain/reference/states.js';
import { fold } from '../domain/text.js';
import { nearName, sameName } from './near-names.js';
import type { RegistryEntry } from './npi-registry.js';

/** One item that the registry and the therapist both give. */
export interface Compared {
  label: string;
  ours: string;
  theirs: string;
  /** `true` the same, `nearly` with a typo, `false` different, `null` when one of them gives nothing. */
  agrees: boolean | 'nearly' | null;
}

/** What the therapist says beside what the registry says: the name, each license, the states. */
export function compareWithRegistry(profile: Draft, entry: RegistryEntry): Compared[] {
  const name = profile.name ?? '';
  const names = [entry.name, ...entry.otherNames];
  const held = profile.authority ?? [];
  return [
    {
      label: 'Name',
      ours: name,
      theirs: names.join('; '),
      agrees: nameAgrees(name, names),
    },
    ...held.map((one) => {
      const there = entry.licenses.filter(({ state }) => state === one.state);
      return {
        label: `License in ${states[one.state].name}`,
        ours: `${one.type} ${one.number}`,
        theirs: there.map(({ number, what }) => [number, what].filter(Boolean).join(', ')).join('; '),
        agrees: there.length === 0 ? null : there.some(({ number }) => bare(number) === bare(one.number)),
      };
    }),
    {
      label: 'State',
      ours: [...new Set(held.map(({ state }) => state))].join(', '),
      theirs: entry.states.join(', '),
      agrees: entry.states.length === 0 ? null : held.some(({ state }) => entry.states.includes(state)),
    },
    { label: 'Number in use', ours: 'Yes', theirs: entry.active ? 'Yes' : 'No', agrees: entry.active },
  ];
}

function nameAgrees(name: string, names: readonly string[]): Compared['agrees'] {
  if (name === '') return null;
  if (names.some((other) => sameName(name, other))) return true;
  return names.some((other) => nearName(name, other)) ? 'nearly' : false;
}

const bare = (number: string) =>
  fold(number)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^0+/, '');
