import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { MailUnavailable } from '../../src/mail/mailer.js';
import { openOutbox } from '../../src/mail/outbox/open-outbox.js';
import { mailContract } from '../contracts/mail.contract.js';
import { anEmail, FROM, NOW } from '../support/an-email.js';
import { emailsIn } from '../support/outbox-emails.js';
import { readMail } from '../support/read-mail.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const silent = { info: () => undefined };

mailContract('outbox', async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, 'outbox');
  const mailer = openOutbox({ folder, from: FROM, clock: { now: () => NOW }, logger: silent });
  await mailer.verify();
  return {
    mailer,
    arrived: async () => emailsIn(folder),
    async dispose() {
      await mailer.close();
      await removeFolder(parent);
    },
  };
});

describe('outbox', () => {
  let parent: string;
  let folder: string;
  let now: Date;
  let log: object[];
  beforeEach(async () => {
    parent = await temporaryFolder();
    folder = join(parent, 'data', 'outbox');
    now = NOW;
    log = [];
  });
  afterEach(() => removeFolder(parent));

  const open = (keep?: number) =>
    openOutbox({
      folder,
      from: FROM,
      clock: { now: () => now },
      logger: { info: (entry: object) => void log.push(entry) },
      ...(keep && { keep }),
    });

  it('names a file by time and message id, readable only by its owner', async () => {
    await open().send(anEmail({ messageId: 'sign-in.7' }));
    expect(readdirSync(folder)).to.deep.equal(['20261122T090507Z-sign-in.7.eml']);
    expect(statSync(join(folder, '20261122T090507Z-sign-in.7.eml')).mode & 0o777).to.equal(0o600);
    expect(statSync(folder).mode & 0o777).to.equal(0o700);
  });

  it('replaces an email that is sent again, also days later and after a restart', async () => {
    const first = open();
    await Promise.all([
      first.send(anEmail()),
      first.send(anEmail()),
      first.send(anEmail({ messageId: 'another' })),
    ]);
    now = new Date('2026-12-01T00:00:00Z');
    await open().send(anEmail({ text: 'Second try.\n' }));
    expect(readdirSync(folder).sort()).to.deep.equal([
      '20261122T090507Z-another.eml',
      '20261122T090507Z-email.eml',
    ]);
    expect(readFileSync(join(folder, '20261122T090507Z-email.eml'), 'utf8')).to.contain('Second try.');
  });

  it('ignores leftovers of a killed process and files of others', async () => {
    await open().verify();
    writeFileSync(join(folder, '.email.part'), 'half an em');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await open(1).send(anEmail());
    expect(readdirSync(folder).sort()).to.deep.equal(['20261122T090507Z-email.eml', 'notes.txt']);
    expect(readMail(readFileSync(join(folder, '20261122T090507Z-email.eml'), 'utf8')).text).to.equal(
      anEmail().text,
    );
  });

  it('keeps the newest emails, and the last one even when the clock was set back', async () => {
    const outbox = open(3);
    for (let minute = 0; minute < 6; minute++) {
      now = new Date(NOW.getTime() + minute * 60_000);
      await outbox.send(anEmail({ messageId: `email-${minute}` }));
    }
    const ids = () =>
      readdirSync(folder)
        .sort()
        .map((name) => name.replace(/^.*-|\.eml$/g, ''));
    expect(ids()).to.deep.equal(['3', '4', '5']);
    now = new Date('2026-01-01T00:00:00Z');
    await outbox.send(anEmail({ messageId: 'email-9' }));
    expect(ids()).to.deep.equal(['9', '4', '5']);
  });

  it('logs each link without the punctuation after it, and neither name nor address', async () => {
    const text = 'Open https://a.example/in?t=x_Y-9.\nOr (https://a.example/leave), or neither.\n';
    await open().send(anEmail({ text }));
    await open().send(anEmail({ messageId: 'plain' }));
    const file = '20261122T090507Z-email.eml';
    expect(log).to.deep.equal([
      { file, link: 'https://a.example/in?t=x_Y-9' },
      { file, link: 'https://a.example/leave' },
      { file: '20261122T090507Z-plain.eml' },
    ]);
  });

  it('reports a folder that is not writable, and recovers when it is', async () => {
    writeFileSync(join(parent, 'data'), 'a file where the folder should be');
    const outbox = open();
    for (const attempt of [() => outbox.verify(), () => outbox.send(anEmail())]) {
      const error = await attempt().catch((reason: unknown) => reason);
      assert.instanceOf(error, MailUnavailable);
      expect((error as Error).message).to.match(/^The outbox in DATA_DIR is not writable \(E[A-Z]+\)\.$/);
    }
    await removeFolder(join(parent, 'data'));
    await outbox.send(anEmail());
    expect(readdirSync(folder)).to.have.lengthOf(1);
  });
});
