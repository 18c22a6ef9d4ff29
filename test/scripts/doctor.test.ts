import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { examine } from '../../scripts/doctor/examine.js';
import { type Finding, findingLines } from '../../scripts/doctor/finding.js';
import { checkClock, checkNode } from '../../scripts/doctor/machine.js';
import { checkMongo, type MongoServer } from '../../scripts/doctor/mongo.js';
import { openMailer, openStore } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { openKeyServer, type Rights } from '../support/key-server.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { describeWithService } from '../support/services.js';
import { startSmtpServer } from '../support/smtp-server.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

describe('npm run doctor', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  const now = new Date('2026-11-22T09:00:00Z');
  const look = (environment: Record<string, string> = {}) =>
    examine({
      environment: { DATA_DIR: folder, ...environment },
      nodeVersion: '20.19.0',
      now,
      openStore,
      openMail: (config) =>
        openMailer(config, { clock: { now: () => now }, logger: pino({ level: 'silent' }) }),
    });
  /** What is not well, as `state what`. */
  const troubles = (findings: Finding[]) =>
    findings.filter(({ state }) => state !== 'ok').map(({ state, what }) => `${state} ${what}`);
  const production = {
    NODE_ENV: 'production',
    SECRET_KEY: 'k'.repeat(32),
    PUBLIC_URL: 'https://directory.example',
    MAIL_FROM: 'hello@directory.example',
    TRUST_PROXY: '1',
  };

  it('finds nothing wrong with a new checkout, nor with one that has run', async () => {
    expect(troubles(await look())).to.deep.equal([]);
    await (await openStore(readConfig({ DATA_DIR: folder }))).close();
    const findings = await look();
    expect(troubles(findings)).to.deep.equal([]);
    expect(findings.map(({ what }) => what).join('\n'))
      .to.contain('answers: 0 therapists')
      .and.contain(`emails become files in ${join(folder, 'outbox')}`);
  });

  it('names every setting that is wrong, and says what to do about each trouble', async () => {
    const findings = await look({
      PORT: 'x',
      TRUST_PROXY: 'y',
      NODE_ENV: 'production',
      CLOCK_OFFSET_DAYS: '2',
      MEILI_HOST: 'http://h',
    });
    const lines = troubles(findings).filter((line) => line.startsWith('wrong'));
    expect(lines.map((line) => line.split(' ')[1])).to.have.members([
      'PORT',
      'TRUST_PROXY',
      'SECRET_KEY',
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'CLOCK_OFFSET_DAYS',
      'MEILI_API_KEY',
    ]);
    for (const finding of findings.filter(({ state }) => state !== 'ok'))
      expect(findingLines(finding)).to.have.lengthOf(2);
  });

  it('names an old Node, and a clock that is off', () => {
    expect(checkNode('20.18.9').state).to.equal('wrong');
    for (const version of ['20.19.0', '22.0.0', '24.1.0'])
      expect(checkNode(version).state, version).to.equal('ok');
    expect(checkClock(new Date('1970-01-02T00:00:00Z')).state).to.equal('wrong');
    expect(checkClock(now).state).to.equal('ok');
  });

  it('names a folder that cannot be written to', async () => {
    writeFileSync(join(folder, 'file'), '');
    const lines = troubles(await look({ DATA_DIR: join(folder, 'file', 'data') }));
    expect(lines[0]).to.match(/^wrong DATA_DIR .* cannot be written to \(ENOTDIR|EEXIST/);
  });

  it('names a store that is no database', async () => {
    writeFileSync(join(folder, 'holdspace.db'), 'no database '.repeat(500));
    const findings = await look();
    expect(troubles(findings)).to.deep.equal([`wrong the store in ${folder} cannot be opened`]);
    expect(findings.find(({ state }) => state === 'wrong')?.advice).to.contain('DATA_DIR');
  });

  it('names a key that others may read', async () => {
    const file = join(folder, 'secret.key');
    writeFileSync(file, 'x', { mode: 0o600 });
    expect(troubles(await look())).to.deep.equal([]);
    chmodSync(file, 0o644);
    expect(troubles(await look())).to.deep.equal([`wrong ${file} has the permissions 0644`]);
  });

  it('in production wants https, backups, and proxies counted', async () => {
    const mail = await startSmtpServer();
    try {
      await inProduction({ ...production, SMTP_URL: mail.url });
    } finally {
      await mail.stop();
    }
  });

  async function inProduction(production: Record<string, string>): Promise<void> {
    expect(troubles(await look(production))).to.deep.equal(['look there is no backup']);
    mkdirSync(join(folder, 'backups'));
    const backup = (day: string) =>
      writeFileSync(join(folder, 'backups', `holdspace-${day}T0300.ndjson.gz`), '');
    backup('2026-11-12');
    expect(troubles(await look(production))[0]).to.match(/^look the newest backup is holdspace-2026-11-12/);
    backup('2026-11-22');
    expect(troubles(await look(production))).to.deep.equal([]);
    const plain = troubles(
      await look({ ...production, PUBLIC_URL: 'http://directory.example', TRUST_PROXY: '9' }),
    );
    expect(plain.map((line) => line.split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'wrong PUBLIC_URL',
      'look TRUST_PROXY',
    ]);
    expect(troubles(await look({ ...production, TRUST_PROXY: '0' }))[0]).to.match(/^look TRUST_PROXY is 0/);
  }

  it('names figures that are served to every network', async () => {
    expect(troubles(await look({ METRICS_PORT: '9464', HOST: '0.0.0.0' }))[0]).to.match(
      /^look figures are served on 0/,
    );
    expect(troubles(await look({ METRICS_PORT: '9464' }))).to.deep.equal([]);
  });

  describe('about mail', () => {
    const login = { user: 'u', password: 'hunter2' };
    const MAIL_FROM = 'hello@directory.example';
    const about = async (url: string) => {
      const findings = await look({ SMTP_URL: url, MAIL_FROM });
      expect(findings.flatMap(findingLines).join('\n')).not.to.contain('hunter');
      return findings.filter(({ what }) => what.includes('mail server') || what.includes('in the clear'));
    };

    it('says that the server takes user and password, and sends nothing', async () => {
      const server = await startSmtpServer({ login });
      try {
        const what = `the mail server 127.0.0.1, port ${server.port}, accepts user and password`;
        expect(await about(server.url)).to.deep.equal([{ state: 'ok', what }]);
        expect(server.received).to.deep.equal([]);
        const [finding] = await about(server.url.replace('hunter2', 'hunter3'));
        expect(finding?.state).to.equal('wrong');
        expect(finding?.what).to.match(/cannot be used: The mail server does not accept user and password/);
        expect(finding?.advice).to.match(/^Mend user and password in SMTP_URL/);
      } finally {
        await server.stop();
      }
    });

    it('names a certificate that is not trusted, and a server that is away', async () => {
      const server = await startSmtpServer({ security: 'tls' });
      try {
        const [finding] = await about(server.url);
        expect(finding?.what).to.contain('certificate');
        expect(finding?.advice).to.contain('NODE_EXTRA_CA_CERTS');
      } finally {
        await server.stop();
      }
      const [away] = await about(server.url);
      expect(away?.state).to.equal('wrong');
      expect(away?.what).to.contain('cannot be reached: ECONNREFUSED');
      expect(away?.advice).to.match(/Until then emails wait\.$/);
    });

    it('names a password that travels in the clear', async () => {
      const findings = await about('smtp://u:hunter2@no-such-host.invalid:465?tls=off');
      expect(findings.map(({ state }) => state)).to.deep.equal(['wrong', 'look']);
      expect(findings[0]?.advice).to.match(/^Port 465 wants smtps:/);
    });

    it('names an outbox that cannot be written to', async () => {
      writeFileSync(join(folder, 'outbox'), 'a file');
      expect(troubles(await look())[0]).to.match(
        /^wrong emails cannot be put into .*outbox: .*EEXIST|ENOTDIR/,
      );
    });
  });

  describe('about MongoDB', () => {
    const well: MongoServer = { version: '8.0.4', replicaSet: 'rs0', skewMs: 20 };
    const about = async (server: Partial<MongoServer>, uri = 'mongodb://127.0.0.1/holdspace') =>
      troubles(await checkMongo(readConfig({ MONGODB_URI: uri }), async () => ({ ...well, ...server })));

    it('says nothing of one that is well', async () => {
      expect(await about({})).to.deep.equal([]);
    });

    it('names a clock that differs, a server alone, and retryWrites where it does not fit', async () => {
      expect(await about({ skewMs: -90_000 })).to.deep.equal([
        "wrong this machine's clock and the server's differ by 90 s",
      ]);
      expect((await about({ skewMs: 8000 }))[0]).to.match(/^look .* 8 s$/);
      expect((await about({ replicaSet: null }))[0]).to.match(/^look it stands alone/);
      expect((await about({}, 'mongodb://h/x?retryWrites=false'))[0]).to.match(/^look .*retryWrites is off/);
      expect((await about({}, 'mongodb://c.docdb.amazonaws.com/x'))[0]).to.match(/^wrong .*retryable/);
    });

    it('says of one that cannot be reached that it is so, without its password', async () => {
      const uri = 'mongodb://user:hunter2@127.0.0.1:1/x?serverSelectionTimeoutMS=200';
      const findings = await look({ MONGODB_URI: uri });
      expect(troubles(findings)).to.have.lengthOf(2);
      expect(findings.flatMap(findingLines).join('\n')).not.to.contain('hunter2');
    });

    describeWithService('MONGODB_URI', 'a real server', (server) => {
      it('tells its version, and its clock', async () => {
        const uri = freshDatabase(server);
        try {
          const told = (await look({ MONGODB_URI: uri }))
            .map(({ state, what }) => `${state} ${what}`)
            .join('\n');
          expect(told)
            .to.match(/^ok MongoDB \d+\.\d+/m)
            .and.match(/^ok this machine's clock/m)
            .and.match(/^ok the store at/m);
        } finally {
          await dropDatabase(uri);
        }
      });
    });
  });

  describe('about Meilisearch', () => {
    const full = [
      'search',
      'version',
      'indexes.get',
      'indexes.create',
      'indexes.swap',
      'settings.get',
      'settings.update',
      'documents.add',
      'documents.delete',
      'tasks.get',
      'stats.get',
    ];

    async function about(
      rights: Rights,
      keys = { MEILI_SEARCH_KEY: 's', MEILI_INDEX_KEY: 'i' },
      more = {},
    ): Promise<string[]> {
      const server = await openKeyServer(rights, more);
      try {
        const found = troubles(await look({ MEILI_HOST: server.host, ...keys }));
        expect(server.changes).to.deep.equal([]);
        return found;
      } finally {
        await server.close();
      }
    }

    it('says nothing of two keys that may do just enough', async () => {
      expect(await about({ s: ['search'], i: full })).to.deep.equal([]);
    });

    it('names what a key may not do, and what it should not', async () => {
      expect(await about({ s: [], i: full })).to.deep.equal(['wrong MEILI_SEARCH_KEY may not search']);
      const less = full.filter((right) => !['tasks.get', 'documents.add'].includes(right));
      expect(await about({ s: ['search'], i: less })).to.deep.equal([
        'wrong MEILI_INDEX_KEY lacks documents.add, tasks.get',
      ]);
      expect(await about({ s: full, i: full })).to.deep.equal(['look MEILI_SEARCH_KEY may also write']);
      const both = { MEILI_SEARCH_KEY: 'i', MEILI_INDEX_KEY: 'i' };
      expect(await about({ i: full }, both)).to.deep.equal(['look one key does both searching and writing']);
    });

    it('names the master key', async () => {
      const [line, ...others] = await about({ s: ['search'], i: ['*'] });
      expect(line).to.match(/^wrong a key .* is the master key/);
      expect(others).to.deep.equal([]);
    });

    it('names a server that is too old, or away', async () => {
      expect(await about({ s: ['search'], i: full }, undefined, { version: '1.49.2' })).to.deep.equal([
        'wrong Meilisearch 1.49.2 is too old',
      ]);
      const { host, close } = await openKeyServer({});
      await close();
      const away = troubles(await look({ MEILI_HOST: host, MEILI_API_KEY: 'k' }));
      expect(away).to.deep.equal([`wrong Meilisearch at ${host} cannot be reached (ECONNREFUSED)`]);
    });
  });
});
