import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { erasureHash } from '../../src/compose/erasure-hash.js';
import { ERASED_LICENSE } from '../../src/domain/old-names.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';
import { emailsIn } from '../support/outbox-emails.js';
import { openSite, type Site } from '../support/site.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { imported } from '../support/transfers.js';

/*
 * Written by the last program that kept version 2, through its own rules: Ana is listed, and an email about her license waits; Bea's
 * application came back with a question about a license; Cleo has left. These files cannot be made again.
 */
const fixture = (name: string) => join('test', 'fixtures', 'version-2', name);
const SECRET_KEY = 'a key of thirty-two characters...';
const oldName = new RegExp(`\\b(${ERASED_LICENSE}|program${'me'})\\b`);

/** Both people as they are now, and nothing called by an old name. */
async function expectCurrent(store: Store): Promise<void> {
  const { therapists } = await store.therapists.page(null, 10);
  expect(JSON.stringify(therapists)).to.not.match(oldName);
  const [ana, bea] = [
    await store.therapists.getBySlug('ana-ruiz'),
    therapists.find(({ status }) => status === 'changes-asked'),
  ];
  expect(ana?.published?.authority[0]?.basis).to.equal('license');
  expect(ana?.published?.training[0]?.program).to.equal('fluence');
  expect(ana?.supervisor?.license).to.equal('LPC 37PC9');
  expect(ana?.evidence[0]?.subject).to.equal('authority:license:NJ:LPC');
  expect(ana?.findings.map(({ subject }) => subject)).to.include('authority:license:NJ:LPC');
  expect(ana?.queuedEmails.map(({ kind, facts }) => [kind, facts.subject])).to.deep.equal([
    ['license-expiring', 'authority:license:NJ:LPC'],
  ]);
  expect(bea?.questions[0]?.field).to.equal('authority:license:NJ:LPC');
  const asked = bea?.history.at(-1);
  expect(asked?.fields).to.deep.equal(['authority:license:NJ:LPC']);
  expect(asked?.frozen?.profile.training?.[0]?.program).to.equal('fluence');
}

describe('a data directory of version 2', () => {
  let site: Site;
  let folder: string;

  before(async () => {
    folder = await temporaryFolder();
    await copyFile(fixture('holdspace.db'), join(folder, 'holdspace.db'));
    site = await openSite({ settings: { DATA_DIR: folder, SECRET_KEY } });
  });
  after(async () => {
    await site.close();
    await removeFolder(folder);
  });

  it('opens with every record under present names', () => expectCurrent(site.store));

  it('serves its listing, and finds it by state and program', async () => {
    expect((await site.get('/therapists/ana-ruiz')).status).to.equal(200);
    const found = await site.get('/therapists?state=NJ&program=fluence');
    expect(found.$('a[href="/therapists/ana-ruiz"]').length).to.be.greaterThan(0);
  });

  it('files licenses under their present tags', async () => {
    expect(await site.store.therapists.countTagged('license:NJ:37pc00123400')).to.equal(1);
  });

  it('sends the email that was waiting', async () => {
    await site.holdspace.sendEmails();
    const [email] = (await emailsIn(join(folder, 'outbox'))).filter(({ to }) =>
      to.includes('ana@practice.example'),
    );
    expect(email?.text).to.match(/New Jersey/);
  });

  it('redirects old addresses to the present ones', async () => {
    const search = await site.get(`/therapists?state=NJ&program${'me'}=fluence`);
    expect(search.status).to.equal(308);
    expect(search.headers.get('location')).to.equal('/therapists?state=NJ&program=fluence');
    const list = await site.get(`/api/v1/program${'me'}s`);
    expect(list.headers.get('location')).to.equal('/api/v1/programs');
  });

  it('never leads to another site', async () => {
    const away = await fetch(`${site.origin}//elsewhere.example/?program${'me'}=1`, { redirect: 'manual' });
    expect(away.headers.get('location')).to.equal(null);
  });
});

describe('an export of version 2', () => {
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

  it('is imported whole, under the present names', async () => {
    const key = erasureHash(SECRET_KEY);
    const { report, complaints } = await imported(
      store,
      fixture('export.ndjson'),
      {},
      undefined,
      undefined,
      key,
    );
    expect(complaints).to.deep.equal([]);
    expect(report).to.include({ added: 2, refused: 0, file: 'whole' });
    await expectCurrent(store);
  });

  it('still keeps out a person who has left, by the hash of a license', async () => {
    const key = erasureHash(SECRET_KEY);
    await imported(store, fixture('export.ndjson'), {}, undefined, undefined, key);
    const { report } = await imported(store, fixture('cleo.ndjson'), {}, undefined, undefined, key);
    expect(report).to.include({ added: 0, erased: 1 });
  });
});
