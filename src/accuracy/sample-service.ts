import { type Clock, toDay } from '../domain/calendar.js';
import type { Sample } from '../domain/sample.js';
import type { Therapist } from '../domain/therapist.js';
import { samples } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { NotFound } from '../web/errors.js';

const MOST = 1000;

/** One listing of the sample; the therapist is `null` once they have left. */
export interface SampledListing {
  sample: Sample;
  therapist: Therapist | null;
}

export type Heard = Omit<NonNullable<Sample['result']>, 'by' | 'at'>;

export interface SampleServiceDeps {
  store: Pick<Store, 'records' | 'therapists'>;
  clock: Clock;
}

/** The month's random sample, and what reviewers heard when they called. */
export function createSampleService({ store, clock }: SampleServiceDeps) {
  const records = store.records(samples);
  return {
    /** @throws NotFound when no sample has this id */
    async find(id: string): Promise<SampledListing> {
      const sample = await records.get(id);
      if (sample === null) throw new NotFound('not in a sample');
      return { sample, therapist: await store.therapists.get(sample.therapistId) };
    },
    /** The sample of this month, in the order in which it was drawn. */
    async thisMonth(): Promise<{ month: string; sampled: SampledListing[] }> {
      const month = toDay(clock.now()).slice(0, 7);
      const drawn = await records.tagged(`month:${month}`, { limit: MOST });
      const therapists = await store.therapists.getMany(drawn.map(({ therapistId }) => therapistId));
      const byId = new Map(therapists.map((therapist) => [therapist.id, therapist]));
      const sampled = drawn.map((sample) => ({ sample, therapist: byId.get(sample.therapistId) ?? null }));
      return { month, sampled };
    },
    /** Writes down a call. @throws Conflict when the sample was written since revision `seen` */
    async record(sample: Sample, seen: number, heard: Heard, by: string): Promise<void> {
      const result = { ...heard, by, at: clock.now().toISOString() };
      await records.update({ ...sample, revision: seen, result });
    },
  };
}
