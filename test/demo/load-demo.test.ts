import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { type DemoFiles, ensureDemo, loadDemo, refreshDemo } from '../../src/demo/load-demo.js';
import { SeedRefused } from '../../src/demo/read-seeds.js';
import type { SeedTherapist } from '../../src/demo/seed-therapist.js';
import { listingOn } from '../../src/domain/listing.js';
import { fieldNames, rowOf } from '../../src/domain/profile-fields.js';
import { tick } from '../../src/domain/workflow/tick.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { Conflict, type Store, type TherapistStore } from '../../src/storage/store.js';
import { FILES, FROZEN, frozenStories } from '../support/frozen-seeds.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';

const now = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-09-02T09:00:00Z');

describe('demonstration loading', () => {
  let folder: string;
  let opened: Store;
  let store: TherapistStore;
  let file: string;
  /** Three listings and nothing else. */
  let files: DemoFiles;
  beforeEach(async () => {
    folder = await temporaryFolder();
    opened = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
    store = opened.therapists;
    file = join(folder, 'few.jsonl');
    files = {
      therapists: file,
      applications: join(folder, 'none.jsonl'),
      reports: join(folder, 'none.json'),
    };
    await writeFile(files.applications, '');
    await writeFile(files.reports, '[]');
    await writeFile(file, (await frozenLines()).slice(0, 3).join(''));
  });
  afterEach(async () => {
    await opened.close();
    await removeFolder(folder);
  });

  const frozenLines = async () => (await readFile(FROZEN, 'utf8')).split(/(?<=\n)/);
  const all = async () => (await store.page(null, 1000)).therapists;
  const refused = async (lines: string[]) => {
    await writeFile(file, lines.join('\n'));
    const error = await loadDemo({ store: opened, files, now }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(SeedRefused);
    expect(await store.count()).to.equal(0);
    return error as SeedRefused;
  };
  const changed = async (change: (seed: SeedTherapist) => unknown) => {
    const seed = JSON.parse((await frozenLines())[1]!) as SeedTherapist;
    change(seed);
    return refused([(await frozenLines())[0]!.trim(), JSON.stringify(seed)]);
  };

  it('fills an empty store with the whole file, and marks every record as fictional', async () => {
    const { loaded } = await ensureDemo({ store: opened, files: FILES, now });
    expect(loaded).to.equal((await frozenLines()).length + (await frozenStories()).length);
    expect(await store.count({ demo: true })).to.equal(loaded);
  });

  it('writes nothing at a second start on the same day', async () => {
    await ensureDemo({ store: opened, files, now });
    const before = await all();
    const result = await ensureDemo({ store: opened, files, now: new Date('2026-03-02T22:00:00Z') });
    expect(result).to.deep.equal({ loaded: 0, refreshed: 0 });
    expect(await all()).to.deep.equal(before);
  });

  it('refreshes every date half a year later', async () => {
    await ensureDemo({ store: opened, files, now });
    const before = await all();
    expect(before.filter((one) => listingOn(one, '2026-09-02'))).to.be.empty;
    expect((await ensureDemo({ store: opened, files, now: later })).refreshed).to.equal(3);
    const after = await all();
    expect(after.filter((one) => listingOn(one, '2026-09-02'))).to.have.lengthOf(3);
    expect(after.map(({ revision }) => revision)).to.deep.equal([2, 2, 2]);
  });

  it('restores a lapsed record, and keeps what a person did', async () => {
    await ensureDemo({ store: opened, files, now });
    const [lapsed, paused, edited] = await all();
    await store.update({ ...lapsed!, status: 'lapsed' });
    await store.update({ ...paused!, status: 'paused' });
    await store.update({ ...edited!, draftRevision: 1 });
    expect(await refreshDemo({ store: opened, files, now: later })).to.equal(1);
    expect((await all()).map(({ status }) => status)).to.deep.equal(['listed', 'paused', 'listed']);
    expect((await store.get(edited!.id))!.confirmedAt).to.equal(edited!.confirmedAt);
  });

  it('restores a record that the clock suspended, and not one that a reviewer suspended', async () => {
    await ensureDemo({ store: opened, files, now });
    const [byClock, byReviewer] = await all();
    const far = { now: new Date('2036-01-01T00:00:00Z'), newId: () => 'far' };
    const suspended = tick(byClock!, far);
    expect(suspended.status).to.equal('suspended');
    await store.update(suspended);
    const event = suspended.history.findLast(({ action }) => action === 'suspend')!;
    const decided = { ...event, by: { role: 'reviewer', email: 'r@holdspace.example' } } as const;
    await store.update({ ...byReviewer!, status: 'suspended', history: [decided] });
    await refreshDemo({ store: opened, files, now: later });
    expect((await store.get(byClock!.id))!.status).to.equal('listed');
    expect((await store.get(byReviewer!.id))!.status).to.equal('suspended');
  });

  it('does not restore a removed record', async () => {
    await ensureDemo({ store: opened, files, now });
    await store.remove((await all())[0]!.id);
    await ensureDemo({ store: opened, files, now: later });
    expect(await store.count()).to.equal(2);
  });

  it('adds nothing to a store with real people only', async () => {
    const real = await store.insert(aTherapist({ demo: false }));
    expect(await ensureDemo({ store: opened, files, now })).to.deep.equal({ loaded: 0, refreshed: 0 });
    expect(await all()).to.deep.equal([real]);
  });

  it('never changes a real record with the id of a fictional one', async () => {
    await ensureDemo({ store: opened, files, now });
    const [first] = await all();
    const real = await store.update({ ...first!, demo: false });
    expect(await refreshDemo({ store: opened, files, now: later })).to.equal(2);
    expect(await store.get(real.id)).to.deep.equal(real);
  });

  it('loads once when two processes start together', async () => {
    const results = await Promise.all([
      ensureDemo({ store: opened, files, now }),
      ensureDemo({ store: opened, files, now }),
    ]);
    expect(results.map(({ loaded }) => loaded).sort()).to.deep.equal([0, 3]);
    expect(await store.count()).to.equal(3);
  });

  it('adds all or nothing when a slug is taken', async () => {
    const slug = JSON.parse((await frozenLines())[2]!).slug;
    await store.insert(aTherapist({ slug, demo: false }));
    const error = await loadDemo({ store: opened, files, now }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Conflict);
    expect(await store.count()).to.equal(1);
  });

  it('refuses a line that is not JSON, by file and line', async () => {
    const error = await refused([(await frozenLines())[0]!.trim(), '{"id": "abc', '']);
    expect(error).to.include({ file, line: 2, field: 'the whole line' });
    expect(error.message).to.match(/few\.jsonl, line 2, the whole line: This is not JSON/);
  });

  it('refuses an empty line', async () => {
    expect(await refused(['', (await frozenLines())[0]!.trim()])).to.include({ line: 1 });
  });

  it('refuses a missing fact of a profile by its name', async () => {
    for (const field of fieldNames.filter((one) => !rowOf(one).since)) {
      const missing = await changed((seed) => Reflect.deleteProperty(seed.profile, field));
      expect(missing).to.include({ line: 2, field: `profile.${field}` });
    }
    const part = await changed((seed) => Reflect.deleteProperty(seed.profile.fees, 'hourly'));
    expect(part).to.include({ line: 2, field: 'profile.fees.hourly' });
  });

  it('refuses a fact of the wrong type by its name', async () => {
    for (const field of fieldNames) {
      const wrong = await changed((seed) => Object.assign(seed.profile, { [field]: 7.5 }));
      expect(wrong).to.include({ line: 2, field: `profile.${field}` });
    }
  });

  it('refuses a wrong type by its field', async () => {
    const error = await changed((seed) => {
      Object.assign(seed, { confirmedDaysAgo: 'yesterday' });
    });
    expect(error).to.include({ line: 2, field: 'confirmedDaysAgo' });
  });

  it('refuses an unknown key by its name', async () => {
    const error = await changed((seed) => {
      Object.assign(seed.profile.authority[0]!, { expiresOn: '2027-01-01' });
    });
    expect(error).to.include({ line: 2, field: 'profile.authority.0.expiresOn' });
  });

  it('refuses a record that breaks a rule', async () => {
    const error = await changed((seed) => {
      Object.assign(seed.profile, { offices: [], telehealth: false });
    });
    expect(error).to.include({ line: 2, field: 'profile.offices' });
  });

  it('refuses a slug of an earlier line', async () => {
    const [first] = await frozenLines();
    const twin = { ...JSON.parse(first!), id: 'abcdefgh12', email: 'other@practice.example' };
    const error = await refused([first!.trim(), JSON.stringify(twin)]);
    expect(error).to.include({ line: 2, field: 'slug' });
    expect(error.message).to.contain('is taken by line 1');
  });
});
