import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { exportedKinds } from '../../scripts/transfer/format.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { erasures, kinds, reports, reviewers, sessions } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { arbitraryOf } from '../support/arbitrary-small-records.js';
import { mongoStoreUnderTest } from '../support/mongo-databases.js';
import { describeWithService } from '../support/services.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';
import { exported, imported, linesOf, recordLines } from '../support/transfers.js';

const ON = '2026-03-01T09:00:00.000Z';
const PER_KIND = 6;

describe('export and import of documents', () => {
  let folder: string;
  let from: Store;
  let to: Store;
  const at = (name: string) => join(folder, name);
  beforeEach(async () => {
    folder = await temporaryFolder();
    from = await openEmbeddedStore({ file: at('from.db') });
    to = await openEmbeddedStore({ file: at('to.db') });
  });
  afterEach(async () => {
    await from.close();
    await to.close();
    await removeFolder(folder);
  });

  /** Adds some documents of every kind, and three therapists. */
  async function fill(): Promise<number> {
    for (const kind of kinds)
      for (const [index, record] of fc.sample(arbitraryOf(kind), PER_KIND).entries())
        await from.records(kind).restore({ ...record, id: idOf(kind.name, index) });
    await from.therapists.insertMany([aTherapist(), aTherapist(), aTherapist()]);
    return exportedKinds.length * PER_KIND;
  }
  const idOf = (kind: string, index: number) =>
    kind === reviewers.name ? `reviewer${index}@review.example` : `${kind}-00000${index}`;

  /** Exports `from` and returns a file with changed lines. */
  async function changed(change: (lines: string[]) => string[]): Promise<string> {
    await exported(from, at('good.ndjson'));
    writeFileSync(at('bad.ndjson'), `${change(linesOf(at('good.ndjson'))).join('\n')}\n`);
    return at('bad.ndjson');
  }

  it('exports every lasting kind, erasures first, and no short-lived one', async () => {
    const count = await fill();
    expect(await exported(from, at('all.ndjson'))).to.deep.equal({ therapists: 3, records: count });
    const names = recordLines(at('all.ndjson')).map((line) => Object.keys(JSON.parse(line))[0]);
    const lasting = kinds.filter(({ exported }) => exported).map(({ name }) => name);
    expect([...new Set(names)]).to.have.members([...lasting, 'therapist']);
    expect([...new Set(names)][0]).to.equal('erasure');
    const { report, complaints } = await imported(to, at('all.ndjson'));
    expect(complaints).to.deep.equal([]);
    expect(report).to.deep.include({ added: 3, refused: 0, file: 'whole' });
    expect(report.records).to.deep.equal({ added: count, skipped: 0, replaced: 0 });
    await exported(to, at('again.ndjson'));
    expect(readFileSync(at('again.ndjson')).equals(readFileSync(at('all.ndjson')))).to.equal(true);
    expect(await to.records(sessions).page(null, 10)).to.deep.equal([]);
  });

  it('skips equal documents, keeps different ones, and replaces them with --replace', async () => {
    const count = await fill();
    await exported(from, at('all.ndjson'));
    await imported(to, at('all.ndjson'));
    const [report] = await to.records(reports).page(null, 1);
    const mine = await to.records(reports).update({ ...report!, note: 'Called twice.' });
    const left = await imported(to, at('all.ndjson'));
    expect(left.report.records).to.deep.equal({ added: 0, skipped: count - 1, replaced: 0 });
    expect(left.complaints).to.have.lengthOf(1);
    expect(left.complaints[0]).to.match(/^Line \d+: revision: the stored report with this id.*--replace/);
    expect(await to.records(reports).get(mine.id)).to.deep.equal(mine);
    const replaced = await imported(to, at('all.ndjson'), { replace: true });
    expect(replaced.report.records).to.deep.equal({ added: 0, skipped: count - 1, replaced: 1 });
    expect(await to.records(reports).get(mine.id)).to.deep.equal(report);
  });

  it('names line and field of a refused document, and imports the rest', async () => {
    const reviewer = { id: 'one@review.example', revision: 1, createdAt: ON };
    await from.records(reviewers).insert(reviewer);
    const session = { id: 'a-stolen-session', revision: 1, email: reviewer.id, createdAt: ON, endsAt: ON };
    const file = await changed(([header = '', good = '', end = '']) => [
      header,
      JSON.stringify({ session }),
      JSON.stringify({ reviewer: { ...reviewer, id: 'nobody' } }),
      JSON.stringify({ reviewer: { ...reviewer, constructor: 'x' } }),
      JSON.stringify({ reviewer: null }),
      JSON.stringify({ __proto__x: reviewer }),
      JSON.stringify({ sample: { ...aSample, therapistId: 'x'.repeat(200) } }),
      good,
      end,
    ]);
    const { report, complaints } = await imported(to, file);
    expect(report).to.deep.include({ refused: 6, file: 'altered' });
    expect(report.records).to.deep.equal({ added: 1, skipped: 0, replaced: 0 });
    expect(complaints.map((text) => text.split(': ').slice(0, 2).join(': '))).to.deep.equal([
      'Line 2: session',
      'Line 3: id',
      'Line 4: the record',
      'Line 5: the record',
      'Line 6: __proto__x',
      'Line 7: An id must have 1 to 200 characters, and a tag at most 150.',
    ]);
    expect(await to.records(sessions).get(session.id)).to.equal(null);
    expect(await to.records(reviewers).page(null, 9)).to.deep.equal([reviewer]);
  });

  it('keeps a stored erasure that differs, even with --replace', async () => {
    const erasure = {
      id: 'erasure-1',
      revision: 1,
      hashes: ['a'.repeat(64)],
      action: 'withdraw',
      reason: null,
      on: '2026-01-01',
    };
    await to.records(erasures).insert(erasure);
    await from.records(erasures).insert({ ...erasure, hashes: [] });
    await exported(from, at('all.ndjson'));
    const { report, complaints } = await imported(to, at('all.ndjson'), { replace: true });
    expect(report.refused).to.equal(1);
    expect(complaints[0]).to.match(/^Line 2: the stored erasure with this id .* is kept/);
    expect(await to.records(erasures).get(erasure.id)).to.deep.equal(erasure);
  });

  it('imports a file of the first format, with records of the first version', async () => {
    const therapist = aTherapist();
    await from.therapists.insert(therapist);
    const file = await changed(([header = '', line = '']) => {
      const first = JSON.parse(line).therapist;
      for (const key of addedInVersion2) delete first[key];
      const old = header
        .replace('"format":2', '"format":1')
        .replace('"schemaVersion":2', '"schemaVersion":1');
      const { key: _, ...head } = JSON.parse(old).holdspace;
      return [
        JSON.stringify({ holdspace: head }),
        JSON.stringify({ therapist: { ...first, schemaVersion: 1 } }),
        '{"end":{"therapists":1,"sha256":"'.concat('0'.repeat(64), '"}}'),
      ];
    });
    const { report } = await imported(to, file);
    expect(report).to.deep.include({ added: 1, refused: 0, file: 'altered' });
    expect(await to.therapists.get(therapist.id)).to.deep.equal(therapist);
  });

  describeWithService('MONGODB_URI', 'round trip of documents through MongoDB', (server) => {
    it('returns the same bytes from the embedded engine through MongoDB and back', async () => {
      const between = await mongoStoreUnderTest(server);
      try {
        await fill();
        await exported(from, at('here.ndjson'));
        expect((await imported(between.store, at('here.ndjson'))).complaints).to.deep.equal([]);
        await exported(between.store, at('there.ndjson.gz'));
        expect((await imported(to, at('there.ndjson.gz'))).complaints).to.deep.equal([]);
        await exported(to, at('back.ndjson'));
        expect(linesOf(at('there.ndjson.gz'))).to.deep.equal(linesOf(at('here.ndjson')));
        expect(readFileSync(at('back.ndjson')).equals(readFileSync(at('here.ndjson')))).to.equal(true);
      } finally {
        await between.dispose();
      }
    });
  });
});

const aSample = {
  id: '2026-03.therapist',
  revision: 1,
  month: '2026-03',
  therapistId: 'therapist',
  slug: 'ana',
  at: ON,
  state: null,
  payer: null,
  line: null,
  result: null,
};

const addedInVersion2 = [
  'evidence',
  'supervisor',
  'questions',
  'waitingSince',
  'claimedBy',
  'approvedBy',
  'history',
  'queuedEmails',
  'confirmKey',
];
