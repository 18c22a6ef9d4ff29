import { describeChanges } from './store/changes.js';
import { describeDue } from './store/due-and-index.js';
import type { StoreHarness } from './store/harness.js';
import { describeLeases } from './store/leases.js';
import { describeLifetime } from './store/lifetime.js';
import { describeReads } from './store/reads.js';
import { describeRestore } from './store/restore.js';
import { describeRoundTrip } from './store/round-trip.js';
import { describeSmallRecordLists } from './store/small-record-lists.js';
import { describeSmallRecords } from './store/small-records.js';
import { describeTags } from './store/tags.js';
import { describeUnindexed } from './store/unindexed.js';
import { describeUniqueKeys } from './store/unique-keys.js';
import { describeUpgrades } from './store/upgrades.js';
import { describeWrites } from './store/writes.js';

export type { OpenOptions, StoreHarness, StoreUnderTest } from './store/harness.js';

/** What every storage engine must do. An engine passes the whole suite without a skip. */
export function storeContract(name: string, harness: StoreHarness): void {
  describe(`store contract: ${name}`, () => {
    describeWrites(harness);
    describeUniqueKeys(harness);
    describeReads(harness);
    describeChanges(harness);
    describeDue(harness);
    describeUnindexed(harness);
    describeTags(harness);
    describeSmallRecords(harness);
    describeSmallRecordLists(harness);
    describeLeases(harness);
    describeRoundTrip(harness);
    describeRestore(harness);
    describeUpgrades(harness);
    describeLifetime(harness);
  });
}
