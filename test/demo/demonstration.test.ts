import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { DEMO_REVIEWER } from '../../src/demo/demo-reports.js';
import { clearDemo } from '../../src/demo/extras.js';
import { ensureDemo, loadDemo } from '../../src/demo/load-demo.js';
import { SeedRefused } from '../../src/demo/read-seeds.js';
import type { Draft } from '../../src/domain/draft.js';
import { same } from '../../src/domain/same.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { act } from '../../src/domain/workflow/act.js';
import { answerQuestions } from '../../src/domain/workflow/answer-questions.js';
import { recordFindings } from '../../src/domain/workflow/recheck.js';
import { saveDraft } from '../../src/domain/workflow/save-draft.js';
import { tick } from '../../src/domain/workflow/tick.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { reports, reviewers, samples } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { FILES, frozenStories } from '../support/frozen-seeds.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';

const now = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-09-02T09:00:00Z');
let made = 0;

/** The record from before a certain fact and a certain check, after the store gave the fact to the published profile. */
function asOfOlderCatalogue(record: Therapist): Therapist {
  const older = (profile: Draft) => ({ ...profile, alongsideOwnTherapist: undefined });
  const known = ({ subject }: { subject: string }) => !subject.endsWith('coordination');
  const { published, draft, findings, history } = record;
  return {
    ...record,
    published: published && { ...published, alongsideOwnTherapist: !published.alongsideOwnTherapist },
    draft: draft && older(draft),
    findings: findings.filter(known),
    history: history.map((event) => ({
      ...event,
      fields: event.fields.filter((field) => field !== 'alongsideOwnTherapist'),
      frozen: event.frozen && {
        ...event.frozen,
        profile: older(event.frozen.profile),
        findings: event.frozen.findings.filter(known),
      },
    })),
  };
}

const newId = () => `madebyhand${String(++made).padStart(6, '0')}`;

describe('demonstration records', () => {
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

  const load = (at = now) => ensureDemo({ store, files: FILES, now: at });
  const storyRecords = async () => {
    const ids = (await frozenStories()).map(({ id }) => id);
    return new Map((await store.therapists.getMany(ids)).map((one) => [one.id, one]));
  };
  const everyone = async () => (await store.therapists.page(null, 1000)).therapists;
  const findRecord = async (wanted: (one: Therapist) => boolean) =>
    [...(await storyRecords()).values()].find(wanted)!;
  const counts = async () => ({
    open: await store.records(reports).count('open'),
    resolved: await store.records(reports).count('resolved'),
    sample: await store.records(samples).count('month:2026-02'),
    reviewers: await store.records(reviewers).count('all'),
  });

  it('adds reports of every outcome, a checked sample of last month, and a reviewer', async () => {
    await load();
    expect(await counts()).to.deep.equal({ open: 4, resolved: 4, sample: 20, reviewers: 1 });
    const loaded = await store.records(reports).page(null, 100);
    expect(new Set(loaded.map(({ outcome }) => outcome)).size).to.equal(5);
    const open = loaded.filter(({ outcome }) => outcome === 'open');
    expect(open.some(({ count }) => count >= 3)).to.equal(true);
    expect(open.some(({ dueOn }) => dueOn < '2026-03-02')).to.equal(true);
    expect(open.some(({ dueOn }) => dueOn > '2026-03-02')).to.equal(true);
    for (const { therapistId, slug, outcome } of loaded)
      if (outcome !== 'gone') expect((await store.therapists.get(therapistId))?.slug).to.equal(slug);
    for (const { result, at } of await store.records(samples).tagged('month:2026-02', { limit: 100 }))
      expect(result!.at > at && result!.at < '2026-03', at).to.equal(true);
  });

  it('replays the stories half a year later, with the reports and a sample of the month before', async () => {
    await load();
    await load(later);
    const records = [...(await storyRecords()).values()];
    for (const { revision, history } of records) {
      expect(revision).to.equal(2);
      expect(history.at(-1)!.at > '2026-07').to.equal(true);
    }
    const [report] = await store.records(reports).tagged('open', { limit: 1 });
    expect(report!.at > '2026-08').to.equal(true);
    expect(await store.records(samples).count('month:2026-08')).to.equal(20);
  });

  it('keeps what a person did: a decision, an edit of a draft, a finding, an answer, a report', async () => {
    await load();
    const actor = { role: 'reviewer', email: DEMO_REVIEWER } as const;
    const claimed = await findRecord(({ status }) => status === 'submitted');
    await store.therapists.update(
      act(claimed, { action: 'claim' }, { actor, now, newId, twoReviewers: false }),
    );
    const written = await findRecord(({ status, draft }) => status === 'draft' && draft?.fees === undefined);
    const therapist = { actor: { role: 'therapist', email: written.email } as const, now, newId };
    const save = { seenDraftRevision: written.draftRevision, patch: { pronouns: 'they/them' } };
    await store.therapists.update(saveDraft(written, save, therapist));
    const found = await findRecord(({ status, findings }) => status === 'in-review' && findings.length > 0);
    const seen = {
      subject: 'scope',
      result: 'verified',
      seen: 'Asked on the phone.',
      on: '2026-03-02',
    } as const;
    await store.therapists.update(recordFindings(found, [seen], { actor, now, newId }));
    const answered = await findRecord(({ status }) => status === 'changes-asked');
    const answers = answered.questions.map(({ field }) => ({ field, answer: 'Here it is.' }));
    const asTherapist = { actor: { role: 'therapist', email: answered.email } as const, now, newId };
    await store.therapists.update(answerQuestions(answered, answers, asTherapist));
    const [report] = await store.records(reports).tagged('open', { limit: 1 });
    await store.records(reports).update({ ...report!, answer: 'I will see to it.' });
    const before = await storyRecords();
    await load(later);
    const after = await storyRecords();
    for (const { id } of [claimed, written, found, answered])
      expect(after.get(id)).to.deep.equal(before.get(id));
    expect([...after.values()].filter(({ revision }) => revision !== 2)).to.deep.equal([]);
    expect((await store.records(reports).get(report!.id))!.answer).to.equal('I will see to it.');
  });

  it('brings records from before a change of the catalogue up to date, listings and stories', async () => {
    await load();
    const today = await everyone();
    const other = today.map(asOfOlderCatalogue).filter((older, index) => !same(older, today[index]));
    expect(other.length).to.be.above(274 + 10);
    for (const older of other) await store.therapists.update(older);
    expect(await load()).to.deep.equal({ loaded: 0, refreshed: other.length });
    const next = await everyone();
    expect(next.map((record) => ({ ...record, revision: 1 }))).to.deep.equal(today);
  });

  it('restores what only the clock changed', async () => {
    await load();
    const listed = await findRecord(({ status, draftStatus }) => status === 'listed' && draftStatus === null);
    const lapsed = tick(listed, { now: new Date('2026-08-02T00:00:00Z'), newId });
    expect(lapsed.status).to.equal('lapsed');
    await store.therapists.update(lapsed);
    await load(later);
    expect((await store.therapists.get(listed.id))!.status).to.equal('listed');
  });

  it('writes nothing at a second start on the same day, and restores no removed record', async () => {
    await load();
    const gone = await findRecord(({ status }) => status === 'declined');
    await store.therapists.remove(gone.id);
    await store.records(reviewers).remove(DEMO_REVIEWER);
    const [report] = await store.records(reports).tagged('open', { limit: 1 });
    await store.records(reports).remove(report!.id);
    const before = await storyRecords();
    expect(await load()).to.deep.equal({ loaded: 0, refreshed: 0 });
    expect(await storyRecords()).to.deep.equal(before);
    await load(later);
    expect(await store.therapists.get(gone.id)).to.equal(null);
    expect(await counts()).to.include({ open: 3, reviewers: 0 });
  });

  it('removes the demonstration and its records, and nothing else', async () => {
    const real = await store.therapists.insert(aTherapist({ demo: false }));
    await store.therapists.remove(real.id);
    await load();
    await store.therapists.insert(real);
    const [report] = await store.records(reports).tagged('open', { limit: 1 });
    const mine = { ...report!, id: `${real.id}-other-0`, therapistId: real.id, slug: real.slug };
    await store.records(reports).insert(mine);
    await store
      .records(reviewers)
      .insert({ id: 'rae@review.example', revision: 1, createdAt: now.toISOString() });
    const { length } = await frozenStories();
    expect(await clearDemo(store)).to.equal(274 + length);
    expect(await counts()).to.deep.equal({ open: 1, resolved: 0, sample: 0, reviewers: 1 });
    expect(await store.records(reports).get(mine.id)).not.to.equal(null);
    expect(await store.therapists.count()).to.equal(1);
    expect(await clearDemo(store)).to.equal(0);
  });

  it('adds no fictional reports, samples and reviewers beside real people', async () => {
    await store.therapists.insert(aTherapist({ demo: false }));
    await loadDemo({ store, files: FILES, now });
    expect(await counts()).to.deep.equal({ open: 0, resolved: 0, sample: 0, reviewers: 0 });
    await load(later);
    expect(await store.records(samples).count('month:2026-08')).to.equal(0);
  });

  it('starts again after a kill between the reports and the therapists', async () => {
    await load();
    await store.therapists.removeDemo();
    expect((await load(later)).loaded).to.be.above(274);
    expect(await counts()).to.include({ open: 4, resolved: 4, reviewers: 1 });
  });

  it('refuses an impossible story by file and line, and invalid reports', async () => {
    const [draft, ...others] = await frozenStories();
    const impossible = {
      ...draft!,
      steps: [...draft!.steps, { do: 'act', daysAgo: 1, command: { action: 'pause' } }],
    };
    const applications = join(folder, 'impossible.jsonl');
    await writeFile(applications, `${JSON.stringify(others[0])}\n${JSON.stringify(impossible)}\n`);
    const refusal = (files: Partial<typeof FILES>) =>
      loadDemo({ store, files: { ...FILES, ...files }, now }).then(
        () => null,
        (error: Error) => error,
      );
    const error = await refusal({ applications });
    expect(error).to.be.instanceOf(SeedRefused).and.include({ line: 2, field: 'steps' });
    expect(error!.message).to.contain('This cannot be done as things stand');
    const broken = join(folder, 'reports.json');
    for (const text of ['{', '[{}]', '{}']) {
      await writeFile(broken, text);
      expect(await refusal({ reports: broken })).to.be.instanceOf(SeedRefused);
    }
    expect(await store.therapists.count()).to.equal(0);
    expect(await counts()).to.deep.equal({ open: 0, resolved: 0, sample: 0, reviewers: 0 });
  });
});
