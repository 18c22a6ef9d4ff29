import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Clock, toDay } from '../domain/calendar.js';
import { type Listing, listingOn } from '../domain/listing.js';
import type { Therapist } from '../domain/therapist.js';
import type { TherapistStore } from '../storage/store.js';

/** Where the pages read listings, as they are today. */
export interface ListingSource {
  /** `null` when nothing is shown under this slug. */
  bySlug(slug: string): Promise<Listing | null>;
  /** Those of these ids that are listed. */
  byIds(ids: readonly string[]): Promise<Listing[]>;
}

/** Reads the store each time: for a store that is in this process and cannot be away. */
export function storedListings(therapists: TherapistStore, clock: Clock): ListingSource {
  const today = () => toDay(clock.now());
  return {
    async bySlug(slug) {
      const therapist = await therapists.getBySlug(slug);
      return therapist && listingOn(therapist, today());
    },
    async byIds(ids) {
      const found = await therapists.getMany(ids);
      return found.map((therapist) => listingOn(therapist, today())).filter((listing) => listing !== null);
    },
  };
}

const withoutPrivate = {
  email: '',
  draft: null,
  evidence: [],
  supervisor: null,
  questions: [],
  claimedBy: null,
  approvedBy: null,
  history: [],
  queuedEmails: [],
  confirmKey: null,
};

export interface HeldListings extends ListingSource {
  /** Takes up what became of a therapist; `null` when the record is gone. */
  hold(id: string, therapist: Therapist | null): void;
}

/** Compressing harder takes four times as long and saves a tenth. */
const LEVEL = 1;

/**
 * Keeps what pages show of every therapist in this process, compressed to about 1.5 KB each, so that they go on while the store's
 * server is away. Private fields are not kept.
 */
export function createListingCache(clock: Clock): HeldListings {
  const held = new Map<string, { slug: string; record: Buffer }>();
  const idOf = new Map<string, string>();
  const read = (id: string | undefined): Listing | null => {
    const record = id === undefined ? undefined : held.get(id)?.record;
    if (record === undefined) return null;
    return listingOn(JSON.parse(inflateRawSync(record).toString()) as Therapist, toDay(clock.now()));
  };
  return {
    hold(id, therapist) {
      const before = held.get(id);
      if (before !== undefined && idOf.get(before.slug) === id) idOf.delete(before.slug);
      held.delete(id);
      if (therapist === null || therapist.status !== 'listed') return;
      const shown: Therapist = { ...therapist, ...withoutPrivate };
      held.set(id, {
        slug: therapist.slug,
        record: deflateRawSync(JSON.stringify(shown), { level: LEVEL }),
      });
      idOf.set(therapist.slug, id);
    },
    bySlug: async (slug) => read(idOf.get(slug)),
    byIds: async (ids) => ids.map(read).filter((listing) => listing !== null),
  };
}
