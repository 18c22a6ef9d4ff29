import { join } from 'node:path';
import { expect } from 'chai';
import { erasureHash } from '../../src/compose/erasure-hash.js';
import { erasureHashes } from '../../src/domain/erasure.js';
import { leave } from '../../src/practice/leave.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { erasures, reports, samples, sessions, sheets, standaloneEmails } from '../../src/storage/kinds.js';
import { Conflict, Missing, type Store } from '../../src/storage/store.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';
import { anApplication, newId, onDay } from '../support/workflow-world.js';

const hash = erasureHash('a key');
const clock = { now: () => onDay(TODAY) };

describe('leaving the directory', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = await temporaryFolder();
    store = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
  });

  afterEach(async () => {
    await store.close();
    await removeFolder(folder);
  });

  const leaving = (of: Pick<Store, 'therapists' | 'records'> = store) =>
    leave({ store: of, hash, clock, newId });
  const remembered = (id: string) => store.records(erasures).get(`left.${id}`);

  it('erases the record, keeps a hash of who left, and sends a last email', async () => {
    const listed = await store.therapists.insert(aTherapist({ published: { npi: '1234567893' } }));
    const left = await leaving()(listed);
    expect(left).to.include({ status: 'withdrawn', published: null, revision: 2 });
    expect(await store.therapists.get(listed.id)).to.deep.equal(left);
    expect(await store.therapists.getByEmail(listed.email)).to.equal(null);
    expect(await remembered(listed.id)).to.deep.include({
      hashes: erasureHashes(listed, hash),
      action: 'withdraw',
      reason: 'own-wish',
      on: TODAY,
    });
    expect(await store.records(standaloneEmails).get(`left.${listed.id}`)).to.deep.include({
      kind: 'left',
      to: listed.email,
      tries: 0,
    });
  });

  it('ends the sessions of the therapist who leaves, and no others', async () => {
    const listed = await store.therapists.insert(aTherapist({ email: 'Me@Practice.example' }));
    const session = { revision: 1, createdAt: `${TODAY}T00:00:00.000Z`, endsAt: '2030-01-01T00:00:00.000Z' };
    await store.records(sessions).insert({ ...session, id: 'session01', email: 'me@practice.example' });
    await store.records(sessions).insert({ ...session, id: 'session02', email: 'you@practice.example' });
    await leaving()(listed);
    expect(await store.records(sessions).get('session01')).to.equal(null);
    expect(await store.records(sessions).get('session02')).to.not.equal(null);
  });

  it('removes their name and words about them from reports and calls, and removes them from referral sheets', async () => {
    const listed = await store.therapists.insert(aTherapist({ slug: 'rowan-ellery' }));
    const { id } = listed;
    const at = `${TODAY}T08:00:00.000Z`;
    const report = {
      ...{ id: 'report001', revision: 1, therapistId: id, slug: 'rowan-ellery', reason: 'other' as const },
      ...{ words: 'Rowan never answers.', count: 2, counted: ['hash'], saltDay: TODAY, at, dueOn: TODAY },
      ...{ answer: 'I do. Rowan', outcome: 'open' as const, resolvedAt: null, resolvedBy: null, note: null },
    };
    const closed = {
      ...report,
      id: 'report002',
      outcome: 'unfounded' as const,
      resolvedAt: at,
      note: 'Rowan!',
    };
    for (const one of [report, closed]) await store.records(reports).insert(one);
    const result = { reached: true, accepting: true, insurance: null, state: true, at };
    await store.records(samples).insert({
      ...{ id: `2026-03.${id}`, revision: 1, month: '2026-03', therapistId: id, slug: 'rowan-ellery', at },
      ...{ state: 'NJ', payer: null, line: null },
      result: { ...result, by: 'ada@review.example', note: 'Rowan was kind.' },
    });
    await store.records(sheets).insert({
      ...{ id: 'sheet0001', revision: 1, revokeHash: 'x', therapistIds: ['other0001', id], state: 'NJ' },
      ...{ payer: null, line: null, contact: { ways: ['phone'], moments: [] }, createdAt: at },
      practice: { name: 'Clinic', clinician: null, phone: '201-555-0100', fax: null },
      endsAt: '2030-01-01T00:00:00.000Z',
    });
    await leaving()(listed);
    const after = [
      await store.records(reports).get('report001'),
      await store.records(reports).get('report002'),
      await store.records(samples).get(`2026-03.${id}`),
      await store.records(sheets).get('sheet0001'),
    ];
    expect(JSON.stringify(after).toLowerCase()).to.not.include('rowan');
    expect(after[0]).to.include({ outcome: 'gone', count: 2, slug: `left-${id}` });
    expect(after[1]).to.include({ outcome: 'unfounded', resolvedAt: at });
    expect(after[2]).to.deep.include({ result: { ...result, by: 'ada@review.example', note: null } });
    expect(after[3]).to.deep.include({ therapistIds: ['other0001', id] });
  });

  it('remembers that they were declined or suspended, and why', async () => {
    const suspension = {
      id: 'event0001',
      at: `${TODAY}T00:00:00.000Z`,
      by: { role: 'clock' as const, email: null },
      action: 'suspend' as const,
      reason: 'no-verified-authority' as const,
      words: null,
      fields: [],
      asked: [],
      frozen: null,
    };
    const wish = aTherapist({ status: 'suspended', history: [suspension] });
    const suspended = await store.therapists.insert(wish);
    await leaving()(suspended);
    expect(await remembered(suspended.id)).to.deep.include({
      action: 'suspend',
      reason: 'no-verified-authority',
    });
  });

  it('happens once, however often it is requested', async () => {
    const draft = await store.therapists.insert(anApplication());
    const left = await leaving()(draft);
    expect(await leaving()(draft)).to.deep.equal(left);
    expect(await leaving()(left)).to.deep.equal(left);
    expect(await store.records(erasures).page(null, 10)).to.have.lengthOf(1);
  });

  it('resumes after a kill between any two writes', async () => {
    const calls = ['erasure', 'letter', 'session', 'therapist'] as const;
    for (const killedAt of calls) {
      const listed = await store.therapists.insert(aTherapist());
      const kill = () => Promise.reject(new Error('killed'));
      const broken = {
        therapists: killedAt === 'therapist' ? { ...store.therapists, update: kill } : store.therapists,
        records: ((kind: { name: string }) => {
          const kept = store.records(kind as typeof erasures);
          return kind.name === killedAt ? { ...kept, restore: kill, tagged: kill } : kept;
        }) as unknown as Store['records'],
      };
      const outcome = await leaving(broken)(listed).catch((error: Error) => error.message);
      expect(outcome, killedAt).to.equal('killed');
      expect((await store.therapists.get(listed.id))!.status).to.equal('listed');
      expect((await leaving()(listed)).status).to.equal('withdrawn');
      expect((await remembered(listed.id))!.hashes).to.deep.equal(erasureHashes(listed, hash));
    }
  });

  it('uses the newest record when a job wrote it in between', async () => {
    const seen = await store.therapists.insert(aTherapist());
    await store.therapists.update({ ...seen, email: 'new@practice.example' });
    let raced = false;
    const therapists: Store['therapists'] = {
      ...store.therapists,
      async update(therapist) {
        const now = (await store.therapists.get(seen.id))!;
        if (!raced)
          await store.therapists.update({ ...now, published: { ...now.published!, npi: '1234567893' } });
        raced = true;
        return store.therapists.update(therapist);
      },
    };
    await leaving({ ...store, therapists })(seen);
    const { published, findings } = { ...seen, published: { ...seen.published!, npi: '1234567893' } };
    const last = { published, findings, draft: null, email: 'new@practice.example' };
    expect((await remembered(seen.id))!.hashes).to.deep.equal(erasureHashes(last, hash));
  });

  it('gives up when the record keeps changing, and when it does not exist', async () => {
    const listed = await store.therapists.insert(aTherapist());
    const update = () => Promise.reject(new Conflict('revision', 'Written since.'));
    const busy = { ...store, therapists: { ...store.therapists, update } };
    expect(await leaving(busy)(listed).catch((error: unknown) => error)).to.be.instanceOf(Conflict);
    expect(await leaving()({ id: 'nobody000' }).catch((error: unknown) => error)).to.be.instanceOf(Missing);
  });
});
