import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { erasureHash } from '../../src/compose/erasure-hash.js';
import { type Erasure, erasureHashes } from '../../src/domain/erasure.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { erasures } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';
import { exported, hash, imported, linesOf } from '../support/transfers.js';

const LEFT = '2026-03-01';
const license = (number: string) =>
  ({ state: 'NJ', basis: 'license', type: 'LPC', number, expiresOn: '2030-01-01' }) as const;

const ana = () =>
  aTherapist({
    email: 'Ana@practice.example',
    published: { name: 'Ana Ruiz', npi: '1234567893', authority: [license('37PC-0099')] },
  });

let made = 0;
const erasureOf = (therapist: Therapist, on = LEFT): Erasure => ({
  id: `erasure-${++made}`,
  revision: 1,
  hashes: erasureHashes(therapist, hash),
  action: 'withdraw',
  reason: 'own-wish',
  on,
});

describe('import of a therapist who has left', () => {
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

  /** An export of these therapists from before they left. */
  async function oldExport(...therapists: Therapist[]): Promise<string> {
    await from.therapists.restore(therapists);
    await exported(from, at('old.ndjson'));
    return at('old.ndjson');
  }

  it('skips the therapist, imports the rest, and names the line and not the person', async () => {
    const [first, other] = [ana(), aTherapist({ published: { authority: [license('37PC-0100')] } })];
    const file = await oldExport(first, other);
    await to.records(erasures).insert(erasureOf(first));
    for (const replace of [false, true]) {
      const { report, complaints } = await imported(to, file, { replace, strict: true });
      expect(report).to.include({ erased: 1, refused: 0, removed: 0, file: 'whole' });
      expect(complaints).to.deep.equal(['Line 2: skipped, because this therapist has left.']);
      expect(await to.therapists.get(first.id)).to.equal(null);
      expect(await to.therapists.get(other.id)).to.deep.equal(other);
    }
  });

  for (const [by, wish] of [
    ['email address', { email: 'ANA@Practice.example' }],
    ['NPI', { published: { npi: '1234567893' } }],
    ['license', { published: { authority: [license('37 pc 0099')] } }],
    ['license in a draft', { draft: { authority: [license('37PC0099')] } }],
  ] as const)
    it(`recognizes them by their ${by} alone`, async () => {
      const again = aTherapist({ published: { authority: [license('1')] }, ...wish } as never);
      const file = await oldExport(again);
      await to.records(erasures).insert(erasureOf(ana()));
      expect((await imported(to, file)).report).to.include({ added: 0, erased: 1 });
    });

  it('imports a record that was created after they left', async () => {
    const again = { ...ana(), createdAt: '2026-03-02T00:00:00.000Z' };
    const file = await oldExport(again);
    await to.records(erasures).insert(erasureOf(ana()));
    expect((await imported(to, file)).report).to.include({ added: 1, erased: 0 });
  });

  it('uses the erasures of the file, before or after the therapist', async () => {
    const first = ana();
    const file = await oldExport(first);
    const [header = '', line = ''] = linesOf(file);
    const erasure = JSON.stringify({ erasure: erasureOf(first) });
    for (const [name, lines] of [
      ['before', [header, erasure, line]],
      ['after', [header, line, erasure]],
    ] as const) {
      const store = await openEmbeddedStore({ file: at(`${name}.db`) });
      writeFileSync(at(name), wholeFile(lines));
      const { report } = await imported(store, at(name));
      expect(report, name).to.deep.include({ added: 0, erased: 1, refused: 0, file: 'whole' });
      expect(report.records.added).to.equal(1);
      expect(await store.therapists.count()).to.equal(0);
      await store.close();
    }
  });

  it('removes a stored therapist who has left according to the file, with --replace', async () => {
    const [first, other] = [ana(), aTherapist()];
    await to.therapists.insertMany([first, other]);
    await from.records(erasures).insert(erasureOf(first));
    await exported(from, at('new.ndjson'));
    const left = await imported(to, at('new.ndjson'));
    expect(left.report).to.include({ refused: 1, removed: 0 });
    expect(left.complaints[0]).to.match(
      new RegExp(`^Line 2: ${first.id} is stored and has left.*; --replace`),
    );
    expect(await to.therapists.count()).to.equal(2);
    expect((await imported(to, at('new.ndjson'), { replace: true })).report).to.include({
      refused: 0,
      removed: 1,
    });
    expect((await to.therapists.page(null, 9)).therapists.map(({ id }) => id)).to.deep.equal([other.id]);
    expect((await imported(to, at('new.ndjson'), { replace: true })).report.removed).to.equal(0);
  });

  it('keeps a therapist who came back, or started again on the same day', async () => {
    const sameDay = { ...ana(), createdAt: `${LEFT}T23:00:00.000Z` };
    await to.therapists.insert(sameDay);
    await from.records(erasures).insert(erasureOf(ana()));
    await exported(from, at('new.ndjson'));
    expect((await imported(to, at('new.ndjson'), { replace: true })).report).to.include({
      removed: 0,
      refused: 0,
    });
    expect(await to.therapists.get(sameDay.id)).to.deep.equal(sameDay);
  });

  it('reports erasures made with another key', async () => {
    await from.records(erasures).insert(erasureOf(ana()));
    await exported(from, at('new.ndjson'));
    const other = erasureHash('another key, as long as it should be');
    const { complaints } = await imported(to, at('new.ndjson'), {}, undefined, undefined, other);
    expect(complaints[0]).to.match(/another SECRET_KEY/);
  });
});

/** The lines with a matching closing line. */
function wholeFile(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: { therapists: 1, records: lines.length - 2, sha256 } })}\n`;
}
