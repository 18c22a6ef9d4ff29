import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { addDays, type Clock } from '../../src/domain/calendar.js';
import { followStore } from '../../src/jobs/index-sync.js';
import { createEmbeddedIndex } from '../../src/search/embedded/embedded-index.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';
import { query } from '../support/naive-search.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';
import { until } from '../support/until.js';

describe('an index that follows the store', () => {
  let folder: string;
  let store: Store;
  let today: string;
  let told: number;
  const clock: Clock = { now: () => new Date(`${today}T12:00:00Z`) };

  beforeEach(async () => {
    folder = await temporaryFolder();
    store = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
    today = TODAY;
    told = 0;
  });

  afterEach(async () => {
    await store.close();
    await removeFolder(folder);
  });

  function follower() {
    const index = createEmbeddedIndex();
    const onChange = () => {
      told += 1;
    };
    const follow = followStore({ store, index, clock, onChange });
    const found = async (q = '') => (await index.search(query({ q }), today)).hits.map((hit) => hit.id);
    return { index, follow, found };
  }

  it('is built from what is listed', async () => {
    const [listed, draft] = [aTherapist(), aTherapist({ status: 'draft' })];
    const lapsed = aTherapist({ confirmedDaysAgo: 130 });
    await store.therapists.insertMany([listed, draft, lapsed]);
    const { follow, found, index } = follower();
    await follow.start();
    expect(await found()).to.deep.equal([listed.id]);
    expect(await index.size()).to.equal(1);
    await follow.stop();
  });

  it('picks up additions, changes, pauses and removals', async () => {
    const { follow, found } = follower();
    await follow.start();
    expect(told).to.equal(0);
    const first = await store.therapists.insert(aTherapist({ published: { name: 'Ana Ruiz' } }));
    const second = await store.therapists.insert(aTherapist());
    await follow.catchUp();
    expect(await found()).to.have.members([first.id, second.id]);
    const renamed = { ...first, published: { ...first.published!, name: 'Zelda Quist' } };
    await store.therapists.update(renamed);
    await store.therapists.update({ ...second, status: 'paused' });
    await follow.catchUp();
    expect(await found('zelda')).to.deep.equal([first.id]);
    expect(await found()).to.deep.equal([first.id]);
    await store.therapists.remove(first.id);
    await follow.catchUp();
    expect(await found()).to.deep.equal([]);
    expect(told).to.equal(3);
    await follow.stop();
  });

  it('hides a listing on the day it lapses, without a write', async () => {
    const lapsing = aTherapist({ confirmedDaysAgo: 118 });
    const fresh = aTherapist();
    await store.therapists.insertMany([lapsing, fresh]);
    const { follow, found } = follower();
    await follow.start();
    today = addDays(TODAY, 1);
    await follow.catchUp();
    expect(await found()).to.have.members([lapsing.id, fresh.id]);
    today = addDays(TODAY, 2);
    await follow.catchUp();
    expect(await found()).to.deep.equal([fresh.id]);
    await follow.stop();
  });

  it('runs by itself twice a second, until it is stopped', async () => {
    const { follow, found, index } = follower();
    await follow.start();
    const { id } = await store.therapists.insert(aTherapist());
    await until(async () => (await index.size()) === 1, 900);
    expect(await found()).to.deep.equal([id]);
    await follow.stop();
    await store.therapists.remove(id);
    await wait(700);
    expect(await index.size()).to.equal(1);
  });

  it('logs a failure once, and continues when it is over', async () => {
    const index = createEmbeddedIndex();
    const told: string[] = [];
    const tell = (_: object, message: string) => void told.push(message);
    const logger = { error: tell, warn: tell, info: tell };
    let broken = false;
    let failures = 0;
    const therapists = {
      ...store.therapists,
      changesSince: (cursor: string, limit: number) =>
        broken
          ? Promise.reject(new Error(`away ${++failures}`))
          : store.therapists.changesSince(cursor, limit),
    };
    const follow = followStore({ store: { ...store, therapists }, index, clock, logger });
    await follow.start();
    broken = true;
    await store.therapists.insert(aTherapist());
    await until(() => failures > 1);
    expect(told).to.deep.equal(['index sync: failing, retrying in 0.5 s']);
    broken = false;
    await until(async () => (await index.size()) === 1);
    await until(() => told.length > 1);
    expect(told).to.have.lengthOf(2);
    expect(told[1]).to.match(/^index sync: works again, failures: \d+$/);
    expect(await index.size()).to.equal(1);
    await follow.stop();
  });
});
