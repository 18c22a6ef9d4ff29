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
  const runDoctor = (environment: Record<string, string> = {}) =>
    examine({
      environment: { DATA_DIR: folder, ...environment },
      nodeVersion: '20.19.0',
      now,
      openStore,
      openMail: (config) =>
        openMailer(config, { clock: { now: () => now }, logger: pino({ level: 'silent' }) }),
    });
  /** The warnings and errors, as `state what`. */
  const problemsIn = (findings: Finding[]) =>
    findings.filter(({ state }) => state !== 'ok').map(({ state, what }) => `${state} ${what}`);
  const production = {
    NODE_ENV: 'production',
    SECRET_KEY: 'k'.repeat(32),
    PUBLIC_URL: 'https://directory.example',
    MAIL_FROM: 'hello@directory.example',
    TRUST_PROXY: '1',
  };

  it('finds nothing wrong with a new checkout, or with one that has run', async () => {
    expect(problemsIn(await runDoctor())).to.deep.equal([]);
    await (await openStore(readConfig({ DATA_DIR: folder }))).close();
    const findings = await runDoctor();
    expect(problemsIn(findings)).to.deep.equal([]);
    expect(findings.map(({ what }) => what).join('\n'))
      .to.contain('answers: 0 therapists')
      .and.contain(`emails are written to ${join(folder, 'outbox')}`);
  });

  it('names every wrong setting, and says what to do about each', async () => {
    const findings = await runDoctor({
      PORT: 'x',
      TRUST_PROXY: 'y',
      NODE_ENV: 'production',
      CLOCK_OFFSET_DAYS: '2',
      MEILI_HOST: 'http://h',
    });
    const lines = problemsIn(findings).filter((line) => line.startsWith('wrong'));
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

  it('reports an old Node and a wrong clock', () => {
    expect(checkNode('20.18.9').state).to.equal('wrong');
    for (const version of ['20.19.0', '22.0.0', '24.1.0'])
      expect(checkNode(version).state, version).to.equal('ok');
    expect(checkClock(new Date('1970-01-02T00:00:00Z')).state).to.equal('wrong');
    expect(checkClock(now).state).to.equal('ok');
  });

  it('reports a folder that is not writable', async () => {
    writeFileSync(join(folder, 'file'), '');
    const lines = problemsIn(await runDoctor({ DATA_DIR: join(folder, 'file', 'data') }));
    expect(lines[0]).to.match(/^wrong DATA_DIR .* is not writable \((ENOTDIR|EEXIST)/);
  });

  it('reports a store that is not a database', async () => {
    writeFileSync(join(folder, 'holdspace.db'), 'no database '.repeat(500));
    const findings = await runDoctor();
    expect(problemsIn(findings)).to.deep.equal([`wrong the store in ${folder} cannot be opened`]);
    expect(findings.find(({ state }) => state === 'wrong')?.advice).to.contain('DATA_DIR');
  });

  it('reports a key that others may read', async () => {
    const file = join(folder, 'secret.key');
    writeFileSync(file, 'x', { mode: 0o600 });
    expect(problemsIn(await runDoctor())).to.deep.equal([]);
    chmodSync(file, 0o644);
    expect(problemsIn(await runDoctor())).to.deep.equal([`wrong ${file} has the permissions 0644`]);
  });

  it('requires https, backups and the number of proxies in production', async () => {
    const mail = await startSmtpServer();
    try {
      await inProduction({ ...production, SMTP_URL: mail.url });
    } finally {
      await mail.stop();
    }
  });

  async function inProduction(production: Record<string, string>): Promise<void> {
    expect(problemsIn(await runDoctor(production))).to.deep.equal(['warn there is no backup']);
    mkdirSync(join(folder, 'backups'));
    const backup = (day: string) =>
      writeFileSync(join(folder, 'backups', `holdspace-${day}T0300.ndjson.gz`), '');
    backup('2026-11-12');
    expect(problemsIn(await runDoctor(production))[0]).to.match(
      /^warn the newest backup is holdspace-2026-11-12/,
    );
    backup('2026-11-22');
    expect(problemsIn(await runDoctor(production))).to.deep.equal([]);
    const plain = problemsIn(
      await runDoctor({ ...production, PUBLIC_URL: 'http://directory.example', TRUST_PROXY: '9' }),
    );
    expect(plain.map((line) => line.split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'wrong PUBLIC_URL',
      'warn TRUST_PROXY',
    ]);
    expect(problemsIn(await runDoctor({ ...production, TRUST_PROXY: '0' }))[0]).to.match(
      /^warn TRUST_PROXY is 0/,
    );
  }

  it('warns of metrics on every network', async () => {
    expect(problemsIn(await runDoctor({ METRICS_PORT: '9464', HOST: '0.0.0.0' }))[0]).to.match(
      /^warn metrics are served on 0/,
    );
    expect(problemsIn(await runDoctor({ METRICS_PORT: '9464' }))).to.deep.equal([]);
  });

  describe('mail', () => {
    const login = { user: 'u', password: 'hunter2' };
    const MAIL_FROM = 'hello@directory.example';
    const about = async (url: string) => {
      const findings = await runDoctor({ SMTP_URL: url, MAIL_FROM });
      expect(findings.flatMap(findingLines).join('\n')).not.to.contain('hunter');
      return findings.filter(({ what }) => what.includes('mail server') || what.includes('unencrypted'));
    };

    it('confirms the user and password, and sends nothing', async () => {
      const server = await startSmtpServer({ login });
      try {
        const what = `the mail server 127.0.0.1, port ${server.port}, accepts the user and password`;
        expect(await about(server.url)).to.deep.equal([{ state: 'ok', what }]);
        expect(server.received).to.deep.equal([]);
        const [finding] = await about(server.url.replace('hunter2', 'hunter3'));
        expect(finding?.state).to.equal('wrong');
        expect(finding?.what).to.match(
          /cannot be used: The mail server does not accept the user and password/,
        );
        expect(finding?.advice).to.match(/^Correct the user and password in SMTP_URL/);
      } finally {
        await server.stop();
      }
    });

    it('reports an untrusted certificate, and an unreachable server', async () => {
      const server = await startSmtpServer({ security: 'tls' });
      try {
        const [finding] = await about(server.url);
        expect(finding?.what).to.contain('certificate');
        expect(finding?.advice).to.contain('NODE_EXTRA_CA_CERTS');
      } finally {
        await server.stop();
      }
      const [unreachable] = await about(server.url);
      expect(unreachable?.state).to.equal('wrong');
      expect(unreachable?.what).to.contain('cannot be reached: ECONNREFUSED');
      expect(unreachable?.advice).to.match(/Until then emails wait in the queue\.$/);
    });

    it('warns of a password that is sent unencrypted', async () => {
      const findings = await about('smtp://u:hunter2@no-such-host.invalid:465?tls=off');
      expect(findings.map(({ state }) => state)).to.deep.equal(['wrong', 'warn']);
      expect(findings[0]?.advice).to.match(/^Port 465 needs smtps:/);
    });

    it('reports an outbox that is not writable', async () => {
      writeFileSync(join(folder, 'outbox'), 'a file');
      expect(problemsIn(await runDoctor())[0]).to.match(
        /^wrong emails cannot be written to .*outbox: .*(EEXIST|ENOTDIR)/,
      );
    });
  });

  describe('MongoDB', () => {
    const well: MongoServer = { version: '8.0.4', replicaSet: 'rs0', skewMs: 20 };
    const about = async (server: Partial<MongoServer>, uri = 'mongodb://127.0.0.1/holdspace') =>
      problemsIn(await checkMongo(readConfig({ MONGODB_URI: uri }), async () => ({ ...well, ...server })));

    it('reports no problem of a healthy server', async () => {
      expect(await about({})).to.deep.equal([]);
    });

    it('reports a different clock, a standalone server, and a wrong retryWrites', async () => {
      expect(await about({ skewMs: -90_000 })).to.deep.equal([
        "wrong this machine's clock and the server's differ by 90 s",
      ]);
      expect((await about({ skewMs: 8000 }))[0]).to.match(/^warn .* 8 s$/);
      expect((await about({ replicaSet: null }))[0]).to.match(/^warn MongoDB: this is a standalone server/);
      expect((await about({}, 'mongodb://h/x?retryWrites=false'))[0]).to.match(/^warn .*retryWrites is off/);
      expect((await about({}, 'mongodb://c.docdb.amazonaws.com/x'))[0]).to.match(/^wrong .*retryable/);
    });

    it('reports an unreachable server without its password', async () => {
      const uri = 'mongodb://user:hunter2@127.0.0.1:1/x?serverSelectionTimeoutMS=200';
      const findings = await runDoctor({ MONGODB_URI: uri });
      expect(problemsIn(findings)).to.have.lengthOf(2);
      expect(findings.flatMap(findingLines).join('\n')).not.to.contain('hunter2');
    });

    describeWithService('MONGODB_URI', 'a real server', (server) => {
      it('reports the version and the clock', async () => {
        const uri = freshDatabase(server);
        try {
          const lines = (await runDoctor({ MONGODB_URI: uri }))
            .map(({ state, what }) => `${state} ${what}`)
            .join('\n');
          expect(lines)
            .to.match(/^ok MongoDB \d+\.\d+/m)
            .and.match(/^ok this machine's clock/m)
            .and.match(/^ok the store at/m);
        } finally {
          await dropDatabase(uri);
        }
      });
    });
  });

  describe('Meilisearch', () => {
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
        const found = problemsIn(await runDoctor({ MEILI_HOST: server.host, ...keys }));
        expect(server.changes).to.deep.equal([]);
        return found;
      } finally {
        await server.close();
      }
    }

    it('reports no problem of two keys with the right permissions', async () => {
      expect(await about({ s: ['search'], i: full })).to.deep.equal([]);
    });

    it('reports missing and excessive permissions of a key', async () => {
      expect(await about({ s: [], i: full })).to.deep.equal(['wrong MEILI_SEARCH_KEY may not search']);
      const less = full.filter((right) => !['tasks.get', 'documents.add'].includes(right));
      expect(await about({ s: ['search'], i: less })).to.deep.equal([
        'wrong MEILI_INDEX_KEY lacks documents.add, tasks.get',
      ]);
      expect(await about({ s: full, i: full })).to.deep.equal(['warn MEILI_SEARCH_KEY may also write']);
      const both = { MEILI_SEARCH_KEY: 'i', MEILI_INDEX_KEY: 'i' };
      expect(await about({ i: full }, both)).to.deep.equal(['warn one key may both search and write']);
    });

    it('reports the master key', async () => {
      const [line, ...others] = await about({ s: ['search'], i: ['*'] });
      expect(line).to.match(/^wrong a key .* is the master key/);
      expect(others).to.deep.equal([]);
    });

    it('reports a server that is too old or unreachable', async () => {
      expect(await about({ s: ['search'], i: full }, undefined, { version: '1.49.2' })).to.deep.equal([
        'wrong Meilisearch 1.49.2 is too old',
      ]);
      const { host, close } = await openKeyServer({});
      await close();
      const unreachable = problemsIn(await runDoctor({ MEILI_HOST: host, MEILI_API_KEY: 'k' }));
      expect(unreachable).to.deep.equal([`wrong Meilisearch at ${host} cannot be reached (ECONNREFUSED)`]);
    });
  });
});
