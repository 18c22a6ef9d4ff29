import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { FileRefused } from '../../scripts/support/command.js';
import { backup } from '../../scripts/transfer/backups.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';
import { arbitraryTherapist } from '../support/arbitrary-therapist.js';
import { mongoStoreUnderTest } from '../support/mongo-databases.js';
import { describeWithService } from '../support/services.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';
import { exported, hash, imported, linesOf, recordLines, silent } from '../support/transfers.js';

describe('export and import of therapists', () => {
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

  /** Adds arbitrary records with revisions above 1. */
  async function fill(store: Store, count: number): Promise<void> {
    const some = fc.sample(arbitraryTherapist, Math.min(count, 100));
    const many = Array.from({ length: count }, (_, index) => ({
      ...some[index % some.length]!,
      id: `record${String(index).padStart(6, '0')}`,
      slug: `slug-${index}`,
      email: `person${index}@practice.example`,
      revision: (index % 7) + 1,
    }));
    await store.therapists.restore(many);
  }

  async function refusal(work: Promise<unknown>): Promise<string> {
    const error = await work.catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(FileRefused);
    return (error as Error).message;
  }

  /** Exports some records and returns a file with changed lines. */
  async function changed(change: (lines: string[]) => string[], count = 5): Promise<string> {
    await fill(from, count);
    await exported(from, at('good.ndjson'));
    writeFileSync(at('bad.ndjson'), `${change(linesOf(at('good.ndjson'))).join('\n')}\n`);
    return at('bad.ndjson');
  }

  it('copies every record as it is, compressed or not, ordered by id', async () => {
    await fill(from, 1203);
    await from.therapists.markIndexed('record000007', 1);
    for (const name of ['all.ndjson', 'all.ndjson.gz'])
      expect(await exported(from, at(name))).to.deep.equal({ therapists: 1203, records: 0 });
    expect(recordLines(at('all.ndjson'))).to.deep.equal(recordLines(at('all.ndjson.gz')));
    const { report, complaints } = await imported(to, at('all.ndjson.gz'));
    expect(complaints).to.deep.equal([]);
    expect(report).to.deep.include({ added: 1203, skipped: 0, replaced: 0, refused: 0, file: 'whole' });
    await exported(to, at('again.ndjson'));
    expect(readFileSync(at('again.ndjson')).equals(readFileSync(at('all.ndjson')))).to.equal(true);
    const ids = recordLines(at('all.ndjson')).map((line) => JSON.parse(line).therapist.id);
    expect(ids).to.deep.equal(ids.toSorted());
  });

  it('exports an empty store as a header and a closing line', async () => {
    expect(await exported(from, at('none.ndjson'))).to.deep.equal({ therapists: 0, records: 0 });
    expect(linesOf(at('none.ndjson'))).to.have.lengthOf(2);
    expect((await imported(to, at('none.ndjson'))).report).to.include({ added: 0, file: 'whole' });
  });

  it('makes the file private, leaves no partial file, and reports a missing folder or file', async () => {
    await fill(from, 3);
    await exported(from, at('mine.ndjson'));
    expect(statSync(at('mine.ndjson')).mode & 0o777).to.equal(0o600);
    expect(await refusal(exported(from, at('missing/mine.ndjson')))).to.match(/ENOENT.*folder/);
    expect(await refusal(imported(to, at('missing.ndjson')))).to.match(/ENOENT/);
    expect(await refusal(imported(to, at('missing.ndjson.gz')))).to.match(/ENOENT/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
  });

  it('skips stored records, and continues after an interruption', async () => {
    await fill(from, 1200);
    await exported(from, at('all.ndjson'));
    const interruption = new AbortController();
    const progress = { ...silent, at: () => interruption.abort() };
    const first = await imported(to, at('all.ndjson'), {}, progress, interruption);
    expect(first.report).to.include({ added: 500, file: 'stopped' });
    const second = await imported(to, at('all.ndjson'));
    expect(second.report).to.deep.include({
      added: 700,
      skipped: 500,
      replaced: 0,
      refused: 0,
      file: 'whole',
    });
  });

  it('keeps and reports a record that differs, except with --replace', async () => {
    await fill(from, 3);
    await exported(from, at('all.ndjson'));
    await imported(to, at('all.ndjson'));
    const [first] = (await to.therapists.page(null, 1)).therapists;
    const written = await to.therapists.update({ ...first!, draftRevision: 99 });
    const left = await imported(to, at('all.ndjson'));
    expect(left.report).to.include({ skipped: 2, replaced: 0, refused: 1, file: 'whole' });
    expect(left.complaints[0]).to.match(/^Line 2: revision: record000000 .*revision 2.*--replace/);
    expect(await to.therapists.get(first!.id)).to.deep.equal(written);
    const replaced = await imported(to, at('all.ndjson'), { replace: true });
    expect(replaced.report).to.include({ skipped: 2, replaced: 1, refused: 0 });
    expect(await to.therapists.get(first!.id)).to.deep.equal(first);
  });

  it('names line and field of a refused record, and imports the rest', async () => {
    const file = await changed((lines) => {
      const [header = '', one = '', two = '', three = '', four = '', five = '', end = ''] = lines;
      const broken = JSON.parse(one);
      broken.therapist.status = 'famous';
      const twin = JSON.parse(two);
      twin.therapist.id = 'another00000';
      const grown = JSON.parse(three);
      grown.therapist.constructor = 'x';
      return [
        header,
        JSON.stringify(broken),
        two,
        JSON.stringify(twin),
        JSON.stringify(grown),
        '{"thera',
        '[]',
        four,
        five,
        end,
      ];
    });
    const { report, complaints } = await imported(to, file);
    expect(report).to.include({ added: 3, refused: 5, file: 'altered' });
    expect(complaints).to.have.lengthOf(5);
    for (const start of [
      /^Line 2: status: /,
      /^Line 4: slug: Another therapist has this slug/,
      /^Line 5: .*constructor/,
      /^Line 6: the line is not a JSON object/,
      /^Line 7: the line is not a JSON object/,
    ])
      expect(
        complaints.some((text) => start.test(text)),
        `${start} in ${complaints}`,
      ).to.equal(true);
  });

  it('stops at the first refused line with --strict', async () => {
    const file = await changed(([header = '', one = '', ...rest]) => [header, one, '{}', ...rest]);
    const { report } = await imported(to, file, { strict: true });
    expect(report).to.deep.include({ added: 1, skipped: 0, replaced: 0, refused: 1, file: 'stopped' });
  });

  it('reports a truncated file, and keeps the records before the cut', async () => {
    const file = await changed((lines) => lines.slice(0, 4));
    expect((await imported(to, file)).report).to.include({ added: 3, refused: 0, file: 'cut' });
    const packed = gzipSync(readFileSync(at('good.ndjson')));
    for (const size of [packed.length - 60, packed.length >> 1]) {
      writeFileSync(at('cut.ndjson.gz'), packed.subarray(0, size));
      expect((await imported(to, at('cut.ndjson.gz'))).report.file, `${size} bytes`).to.equal('cut');
    }
  });

  it('reports an altered file', async () => {
    const file = await changed((lines) => lines.map((line) => line.replace('slug-3', 'slug-other')));
    expect((await imported(to, file)).report).to.include({ added: 5, file: 'altered' });
  });

  it('reports a line after the closing line', async () => {
    const behind = await changed((lines) => [...lines, lines[1] ?? '']);
    expect((await imported(to, behind)).complaints).to.deep.equal([
      'Line 8: it comes after the closing line.',
    ]);
  });

  it('refuses a file that is not an export, or from a newer version', async () => {
    for (const text of ['', '\n', 'PK\u0003\u0004', '{"therapist":{}}\n', '{"holdspace":{}}\n']) {
      writeFileSync(at('other'), text);
      expect(await refusal(imported(to, at('other')))).to.match(/is not a Holdspace export/);
    }
    const newer = await changed(([header = '', ...rest]) => [
      header.replace('"format":2', '"format":3'),
      ...rest,
    ]);
    expect(await refusal(imported(to, newer))).to.match(/newer version/);
  });

  it('skips a line that is too long', async () => {
    const file = await changed((lines) => [...lines.slice(0, 3), 'x'.repeat(5_000_000), ...lines.slice(3)]);
    const { report, complaints } = await imported(to, file);
    expect(report).to.include({ added: 5, refused: 1 });
    expect(complaints).to.deep.equal(['Line 4: the line is too long for a record.']);
  });

  it('keeps line separators inside a text', async () => {
    const wish = {
      published: { about: 'One\u2028two\u2029three\u0085 four, long enough to be read by anybody.' },
    };
    await from.therapists.insert(aTherapist(wish));
    await exported(from, at('ends.ndjson'));
    expect((await imported(to, at('ends.ndjson'))).report).to.include({ added: 1, file: 'whole' });
  });

  describe('backups', () => {
    const tools = (minute: string) => ({
      store: from,
      hash,
      now: new Date(`2026-03-02T${minute}:30Z`),
      progress: silent,
      signal: new AbortController().signal,
    });

    it('dates backups by the clock, and keeps the newest', async () => {
      await fill(from, 3);
      for (const minute of ['09:00', '09:01', '09:02']) await backup(folder, 3, tools(minute));
      writeFileSync(at('backups/mine.txt'), 'not a backup');
      const done = await backup(folder, 2, tools('09:03'));
      expect(done).to.deep.include({
        therapists: 3,
        removed: ['holdspace-2026-03-02T0901.ndjson.gz', 'holdspace-2026-03-02T0900.ndjson.gz'],
      });
      expect(readdirSync(at('backups'))).to.have.members([
        'mine.txt',
        'holdspace-2026-03-02T0902.ndjson.gz',
        'holdspace-2026-03-02T0903.ndjson.gz',
      ]);
      expect(gunzipSync(readFileSync(done.file)).toString('utf8')).to.contain('"therapists":3');
    });

    it('keeps the new backup when the clock was set back', async () => {
      await backup(folder, 1, tools('09:05'));
      const { file } = await backup(folder, 1, tools('09:04'));
      expect(readdirSync(at('backups'))).to.deep.equal([file.split('/').at(-1)]);
    });
  });

  describeWithService('MONGODB_URI', 'round trip of therapists through MongoDB', (server) => {
    it('returns the same bytes from the embedded engine through MongoDB and back', async () => {
      const between = await mongoStoreUnderTest(server);
      try {
        await fill(from, 700);
        await exported(from, at('here.ndjson'));
        expect((await imported(between.store, at('here.ndjson'))).report).to.include({
          added: 700,
          refused: 0,
        });
        await exported(between.store, at('there.ndjson.gz'));
        expect((await imported(to, at('there.ndjson.gz'))).report).to.include({ added: 700, refused: 0 });
        await exported(to, at('back.ndjson'));
        expect(recordLines(at('there.ndjson.gz'))).to.deep.equal(recordLines(at('here.ndjson')));
        expect(readFileSync(at('back.ndjson')).equals(readFileSync(at('here.ndjson')))).to.equal(true);
      } finally {
        await between.dispose();
      }
    });
  });
});
