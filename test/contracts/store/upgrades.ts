import { assert } from 'chai';
import { SCHEMA_VERSION } from '../../../src/domain/therapist.js';
import { latestVersion, type RecordStep, recordSteps } from '../../../src/storage/record-versions.js';
import { type Store, StoreRefused } from '../../../src/storage/store.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

const RECORDS = 1100;

/** A made-up next version that adds the field `motto`. Counts its calls. */
function nextVersion(failAfter = Number.POSITIVE_INFINITY) {
  const step = { from: SCHEMA_VERSION, calls: 0, upgrade };
  function upgrade(record: Record<string, unknown>): Record<string, unknown> {
    if (++step.calls > failAfter) throw new Error('the power failed');
    return { ...record, motto: `held by ${String(record.slug)}` };
  }
  return { step, steps: [...recordSteps, step] as readonly RecordStep[] };
}

export function describeUpgrades(harness: StoreHarness): void {
  describe('record upgrades', () => {
    const subject = useStore(harness);

    it('agrees with the domain on the current version', () => {
      assert.equal(latestVersion(), SCHEMA_VERSION);
    });

    it('upgrades records of an older version at start, once', async () => {
      const therapist = await subject.therapists.insert(aTherapist({ slug: 'ana' }));
      await subject.therapists.update(therapist);
      await subject.therapists.markIndexed(therapist.id, 2);
      const cursor = await subject.therapists.cursor();
      await subject.store.close();
      const upgraded = await subject.again({ recordSteps: nextVersion().steps });
      const expected = {
        ...therapist,
        revision: 2,
        indexedRevision: 2,
        schemaVersion: SCHEMA_VERSION + 1,
        motto: 'held by ana',
      };
      assert.deepEqual(await upgraded.therapists.getBySlug('ana'), expected as never);
      assert.deepEqual((await upgraded.therapists.changesSince(cursor, 10)).changes, []);
      await upgraded.close();
      const { step, steps } = nextVersion();
      const later = await subject.again({ recordSteps: steps });
      assert.deepEqual(await later.therapists.getBySlug('ana'), expected as never);
      assert.equal(step.calls, 0, 'the upgrade had been stored');
    });

    it('continues an upgrade that was interrupted', async () => {
      await subject.therapists.insertMany(many());
      await subject.store.close();
      const broken = nextVersion(RECORDS - 50);
      assert.match((await rejection(subject.again({ recordSteps: broken.steps }))).message, /power failed/);
      const { step, steps } = nextVersion();
      await assertAllUpgraded(await subject.again({ recordSteps: steps }));
      assert.isAtLeast(step.calls, 50);
      assert.isBelow(step.calls, RECORDS, 'records upgraded before the interruption are not upgraded again');
    });

    it('upgrades correctly from two openings at once', async () => {
      await subject.therapists.insertMany(many());
      await subject.store.close();
      const both = [1, 2].map(() => subject.again({ recordSteps: nextVersion().steps }));
      for (const store of await Promise.all(both)) await assertAllUpgraded(store);
    });

    it('refuses a store that a newer program has written', async () => {
      await subject.therapists.insert(aTherapist());
      await (await subject.again({ recordSteps: nextVersion().steps })).close();
      const error = await rejection(subject.again());
      assert.instanceOf(error, StoreRefused);
      assert.match(error.message, /newer version of Holdspace/);
    });

    it('stops an older program from writing once a newer one has started', async () => {
      const therapist = await subject.therapists.insert(aTherapist());
      const newer = await subject.again({ recordSteps: nextVersion().steps });
      for (const work of [
        () => subject.therapists.insert(aTherapist()),
        () => subject.therapists.update(therapist),
        () => subject.therapists.get(therapist.id),
      ])
        assert.instanceOf(await rejection(work()), StoreRefused);
      assert.equal(await newer.therapists.count(), 1);
    });
  });
}

function many() {
  return Array.from({ length: RECORDS }, () => aTherapist({ published: null }));
}

async function assertAllUpgraded({ therapists }: Store): Promise<void> {
  let upgraded = 0;
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await therapists.page(after, 1000);
    for (const therapist of page.therapists) {
      assert.propertyVal(therapist, 'motto' as never, `held by ${therapist.slug}` as never);
      upgraded++;
    }
    after = page.next;
  }
  assert.equal(upgraded, RECORDS);
}
