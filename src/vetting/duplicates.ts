import type { Draft } from '../domain/draft.js';
import { type Erasure, personKeys } from '../domain/erasure.js';
import type { Therapist } from '../domain/therapist.js';
import { licenseTag, nameTag, npiTag } from '../domain/therapist-tags.js';
import { erasures } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { nearName } from './near-names.js';

/** A record that may be of the same person, and why. */
export interface Duplicate {
  therapist: Therapist;
  why: ('npi' | 'license' | 'name')[];
}

/** A therapist who left, recognized by a hash. */
export type Left = Pick<Erasure, 'action' | 'reason' | 'on'> & { id: string };

const FEW = 20;

/** Other records with this NPI, one of these licenses, or a similar name in one of these states; and therapists who left with one of them. */
export async function findDuplicates(
  store: Store,
  therapist: Therapist,
  hash: (text: string) => string,
): Promise<{ others: Duplicate[]; left: Left[] }> {
  const [others, left] = await Promise.all([sharing(store, therapist), whoLeft(store, therapist, hash)]);
  return { others, left };
}

async function sharing({ therapists }: Store, therapist: Therapist): Promise<Duplicate[]> {
  const found = new Map<string, Duplicate>();
  const keys = [therapist.draft, therapist.published].flatMap((profile) => keysOf(profile ?? {}));
  const unique = [...new Map(keys.map((key) => [key.tag, key])).values()];
  const sharers = await Promise.all(unique.map(({ tag }) => therapists.tagged(tag, { limit: FEW })));
  for (const [at, { why, name }] of unique.entries())
    for (const other of sharers[at] ?? []) {
      if (other.id === therapist.id || (name !== null && !hasName(other, name))) continue;
      const known = found.get(other.id) ?? { therapist: other, why: [] };
      if (!known.why.includes(why)) known.why.push(why);
      found.set(other.id, known);
    }
  return [...found.values()];
}

interface Key {
  tag: string;
  why: Duplicate['why'][number];
  /** The name to be similar to, when the tag matches many names. */
  name: string | null;
}

function keysOf({ npi, name, authority = [] }: Draft): Key[] {
  return [
    ...(npi ? [{ tag: npiTag(npi), why: 'npi' as const, name: null }] : []),
    ...authority
      .filter(({ number }) => /\d/.test(number))
      .map(({ state, number }) => ({ tag: licenseTag(state, number), why: 'license' as const, name: null })),
    ...authority.flatMap(({ state }) =>
      variants(name ?? '').map((variant) => ({
        tag: nameTag(state, variant),
        why: 'name' as const,
        name: variant,
      })),
    ),
  ];
}

/** Names are tagged by last word and first letter. Either word of a double name may be the one used elsewhere. */
function variants(name: string): string[] {
  const [first, ...more] = name.split(/[\s-]+/).filter(Boolean);
  return first === undefined ? [] : [...new Set([name, ...more.map((word) => `${first} ${word}`)])];
}

function hasName({ draft, published }: Therapist, name: string): boolean {
  return [draft?.name, published?.name].some((other) => other !== undefined && nearName(name, other));
}

async function whoLeft(store: Store, therapist: Therapist, hash: (text: string) => string): Promise<Left[]> {
  const kept = store.records(erasures);
  const hashes = personKeys(therapist).map(hash);
  const found = await Promise.all(hashes.map((tag) => kept.tagged(tag, { limit: FEW })));
  return [...new Map(found.flat().map((erasure) => [erasure.id, erasure])).values()].filter(
    ({ id }) => id !== therapist.id,
  );
}
