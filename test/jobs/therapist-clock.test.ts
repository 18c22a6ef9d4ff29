import { join } from 'node:path';
import { expect } from 'chai';
import { addDays } from '../../src/domain/calendar.js';
import { scheduleNextCheck } from '../../src/domain/workflow/transition.js';
import { createTherapistClock } from '../../src/jobs/therapist-clock.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist, type TherapistWish, TODAY } from '../support/therapist-builder.js';
import { until } from '../support/until.js';
import { newId, onDay } from '../support/workflow-world.js';

describe('the therapist clock', () => {
  let folder: string;
  let store: Store;
  let days: number;
  let lines: { details: object; message: string }[];
  const clock = { now: () => onDay(addDays(TODAY, days)) };
  const running: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    folder = await temporaryFolder();
    store = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
    days = 0;
    lines = [];
  });

  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    await store.close();
    await removeFolder(folder);
  });

  function aClock(holder = 'one', of: Pick<Store, 'therapists' | 'leases'> = store, everyMs = 30_000) {
    const tell = (details: object, message: string) => void lines.push({ details, message });
    const made = createTherapistClock({
      ...{ store: of, clock, newId, holder, everyMs },
      logger: { info: tell, warn: tell, error: tell },
    });
    running.push(made);
    return made;
  }

  const insert = (wish: TherapistWish = {}) =>
    store.therapists.insert(scheduleNextCheck(aTherapist({ confirmedDaysAgo: 0, ...wish }), clock.now()));
  const now = async (id: string) => (await store.therapists.get(id))!;
  const done = async (id: string) => (await now(id)).history.map(({ action }) => action);

  it('applies what is due when it is due, and logs one line', async () => {
    const [first, second] = [await insert(), await insert({ confirmedDaysAgo: 20 })];
    const one = aClock();
    await one.tick();
    expect(lines).to.deep.equal([]);
    days = 75;
    await one.tick();
    expect(lines.map(({ details }) => details)).to.deep.equal([{ written: 2, left: 0 }]);
    expect((await now(first.id)).queuedEmails.map(({ kind }) => kind)).to.deep.equal(['confirm']);
    expect(await done(second.id)).to.deep.equal(['remind']);
    await one.tick();
    expect(lines).to.have.lengthOf(1);
    days = 121;
    await one.tick();
    expect((await now(first.id)).status).to.equal('lapsed');
    expect(await done(second.id)).to.deep.equal(['remind', 'lapse']);
  });

  it('corrects an outdated due time, without an event', async () => {
    const listed = await store.therapists.insert(
      aTherapist({ confirmedDaysAgo: 0, nextDueAt: '2020-01-01T00:00:00.000Z' }),
    );
    await aClock().tick();
    const after = await now(listed.id);
    expect(after.history).to.deep.equal([]);
    expect(after.nextDueAt).to.equal(`${addDays(TODAY, 75)}T00:00:00.000Z`);
  });

  it('does not write a record that only waits for its email to be sent', async () => {
    const at = clock.now().toISOString();
    const queued = { id: 'email001', kind: 'received' as const, facts: {}, at, tries: 0, nextTryAt: at };
    const { id, revision } = await insert({ queuedEmails: [queued] });
    await aClock().tick();
    expect((await now(id)).revision).to.equal(revision);
  });

  it('leaves a record that changed meanwhile to the next run', async () => {
    const { id } = await insert();
    days = 75;
    let first = true;
    const therapists: Store['therapists'] = {
      ...store.therapists,
      async update(therapist) {
        if (first) await store.therapists.update(await now(id));
        first = false;
        return store.therapists.update(therapist);
      },
    };
    const one = aClock('one', { ...store, therapists });
    await one.tick();
    expect(lines.map(({ details }) => details)).to.deep.equal([{ written: 0, left: 1 }]);
    expect(await done(id)).to.deep.equal([]);
    await one.tick();
    expect(await done(id)).to.deep.equal(['remind']);
  });

  it('runs in one process at a time, and in another when that stops', async () => {
    const [one, two] = [aClock('one'), aClock('two')];
    days = 75;
    await one.tick();
    const { id } = await insert();
    await two.tick();
    expect(await done(id)).to.deep.equal([]);
    await one.stop();
    await two.tick();
    expect(await done(id)).to.deep.equal(['remind']);
  });

  it('applies everything once when several processes run at the same time', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 30; count++) ids.push((await insert()).id);
    days = 90;
    // Without a lease, as when a live process was taken for dead: only the revisions prevent double writes.
    const leases = { take: async () => true, release: async () => undefined };
    await Promise.all(['one', 'two', 'three'].map((holder) => aClock(holder, { ...store, leases }).tick()));
    for (const id of ids) {
      expect(await done(id)).to.deep.equal(['remind']);
      expect((await now(id)).queuedEmails).to.have.lengthOf(1);
    }
  });

  it('loses nothing when killed between two writes', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 10; count++) ids.push((await insert()).id);
    days = 75;
    let writes = 0;
    const therapists: Store['therapists'] = {
      ...store.therapists,
      update: (therapist) =>
        ++writes > 4 ? Promise.reject(new Error('killed')) : store.therapists.update(therapist),
    };
    const killed = aClock('killed', { ...store, therapists });
    await killed.tick();
    expect(lines.map(({ message }) => message)).to.deep.equal(['therapist clock: failing, retrying in 30 s']);
    await killed.stop();
    await aClock('next').tick();
    for (const id of ids) expect(await done(id)).to.deep.equal(['remind']);
  });

  it('logs once when runs fail and once when they work again', async () => {
    let away = true;
    const therapists: Store['therapists'] = {
      ...store.therapists,
      due: (...asked) => (away ? Promise.reject(new Error('away')) : store.therapists.due(...asked)),
    };
    const one = aClock('one', { ...store, therapists });
    await one.tick();
    await one.tick();
    away = false;
    await one.tick();
    expect(lines.map(({ message }) => message)).to.deep.equal([
      'therapist clock: failing, retrying in 30 s',
      'therapist clock: works again, failures: 2',
    ]);
  });

  it('runs at once when started, again and again, and when nudged, until it is stopped', async () => {
    const { id } = await insert();
    const one = aClock('one', store, 40);
    one.nudge();
    days = 75;
    one.start();
    await until(async () => (await done(id)).length === 1);
    days = 90;
    await until(async () => (await done(id)).length === 2);
    await one.stop();
    days = 105;
    one.nudge();
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await done(id)).to.have.lengthOf(2);
    const slow = aClock('two', store, 600_000);
    slow.start();
    await until(async () => (await done(id)).length === 3);
    days = 120;
    slow.nudge();
    await until(async () => (await done(id)).length === 4);
  });

  it('processes more records than one read returns', async () => {
    const many = Array.from({ length: 520 }, () =>
      scheduleNextCheck(aTherapist({ confirmedDaysAgo: 0 }), clock.now()),
    );
    await store.therapists.insertMany(many);
    days = 75;
    await aClock().tick();
    expect(lines.map(({ details }) => details)).to.deep.equal([{ written: 520, left: 0 }]);
  });
});
