import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import express from 'express';
import { ConfigError, readConfig, settingNames } from '../src/config.js';

const KEY = 'k'.repeat(32);

/** The error for these settings; empty when they are valid. */
function errorFor(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

/** For each setting: valid values, invalid values, and what the error says it must be. */
const table: Record<string, { right: string[]; wrong: string[]; mustBe: string }> = {
  NODE_ENV: {
    right: ['development', 'test'],
    wrong: ['prod', 'Production', 'staging'],
    mustBe: 'production, development or test',
  },
  PORT: {
    right: ['0', '3000', '65535', ' 80 '],
    wrong: ['65536', '-1', '80.5', '0x50', '1e3', 'http', '3000/tcp', '١٢', '99999999999999999999'],
    mustBe: 'a port number from 0 to 65535',
  },
  HOST: {
    right: ['0.0.0.0', '::', 'localhost'],
    wrong: ['two words', 'a\tb'],
    mustBe: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  },
  PUBLIC_URL: {
    right: ['https://directory.example', 'http://localhost:3000/', 'https://[::1]:8443'],
    wrong: [
      'banana',
      'directory.example',
      'https:directory.example',
      'https://',
      'ftp://directory.example',
      'https://directory.example/path',
      'https://directory.example/?q',
      'https://directory.example?',
      'https://directory.example#top',
      'https://someone:secret@directory.example',
      'javascript:alert(1)',
    ],
    mustBe:
      'the address of the site, without a path, such as https://directory.example; required in production',
  },
  TRUST_PROXY: {
    right: ['0', '2', '99', '10.0.0.1', '10.0.0.0/8, 192.168.1.1', 'loopback, fd00::/8', '::1'],
    wrong: [
      'banana',
      '-1',
      '100',
      '10.0.0.0/33',
      '10.0.0.0/0',
      '::/129',
      '10.0.0.1,',
      '10.0.0.1/8/8',
      '10.0.0',
      'true',
    ],
    mustBe: 'the number of proxies in front (0 to 99), or their addresses separated by commas',
  },
  DATA_DIR: { right: ['data', '/var/lib/a folder'], wrong: [], mustBe: 'a writable folder' },
  SECRET_KEY: {
    right: [KEY],
    wrong: ['short', 'k'.repeat(31), ` ${'k'.repeat(31)} `],
    mustBe: 'at least 32 random characters (run: openssl rand -hex 32); required in production',
  },
  DEMO: {
    right: ['0', '1'],
    wrong: ['yes', 'true', '2'],
    mustBe: '1 to load the fictional therapists into an empty store, or 0',
  },
  LOG_LEVEL: {
    right: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    wrong: ['verbose', 'INFO', '30'],
    mustBe: 'fatal, error, warn, info, debug, trace or silent',
  },
  RATE_LIMIT: {
    right: ['1', '1000000', 'off'],
    wrong: ['0', '1000001', 'none', '1e3', '10.5', '-5'],
    mustBe: 'a number of requests a minute from one address (1 to 1,000,000), or off',
  },
  API_RATE_LIMIT: {
    right: ['1', '1000000', 'off'],
    wrong: ['0', '1000001', 'none', '1e3'],
    mustBe: 'a number of requests a minute to the API from one address (1 to 1,000,000), or off',
  },
  CLOCK_OFFSET_DAYS: {
    right: ['0', '-3650', '120'],
    wrong: ['3651', '1.5', 'tomorrow', '0x10', '--1'],
    mustBe: 'a whole number of days to shift the clock, -3650 to 3650 (0 in production)',
  },
  MONGODB_URI: {
    right: ['mongodb://127.0.0.1:27017/holdspace', 'mongodb+srv://u:p@cluster.example/?retryWrites=false'],
    wrong: ['127.0.0.1:27017', 'postgres://host/db', 'mongodb://', 'mongodb://a b'],
    mustBe: 'an address such as mongodb://user:password@host:27017/holdspace',
  },
  MEILI_HOST: {
    right: [],
    wrong: ['127.0.0.1:7700', 'http://host/path', 'ftp://host', 'meili'],
    mustBe: 'the address of Meilisearch, without a path, such as http://127.0.0.1:7700',
  },
  MEILI_API_KEY: { right: ['key'], wrong: [], mustBe: '' },
  MEILI_SEARCH_KEY: { right: ['key'], wrong: [], mustBe: '' },
  MEILI_INDEX_KEY: { right: ['key'], wrong: [], mustBe: '' },
  MEILI_INDEX: {
    right: ['therapists', 'staging_therapists-2'],
    wrong: ['two words', 'a/b', 'a'.repeat(101)],
    mustBe: 'the name of an index: at most 100 letters, digits, - and _',
  },
  SMTP_URL: {
    // Valid only together with MAIL_FROM: see below.
    right: [],
    wrong: [
      'banana',
      'mail.example:587',
      'smtp:mail.example',
      'smtp://',
      'smtps://:465',
      'https://mail.example',
      'smtp://mail.example/path',
      'smtp://mail.example:0',
      'smtp://mail.example:65536',
      'smtp://mail.example?tls=on',
      'smtps://mail.example?tls=off',
      'smtp://mail.example?tls=off&pool=1',
      'smtp://mail.example#part',
      'smtp://user@mail.example',
      'smtp://:password@mail.example',
      'smtp://user:pass%word@mail.example',
      'smtp://user:pass/word@mail.example',
      'smtp://user:pass#word@mail.example',
      'smtp://two words',
      'smtp://mail%0d%0a.example',
    ],
    mustBe:
      'the address of a mail server, such as smtps://user:password@mail.example:465; required in production',
  },
  MAIL_FROM: {
    right: [
      'hello@directory.example',
      'Holdspace <hello@directory.example>',
      '"Holdspace, the directory" <hello@directory.example>',
      'Zoë’s list<hello@directory.example>',
      '<hello@directory.example>',
    ],
    wrong: [
      'banana',
      'hello@directory',
      'Holdspace hello@directory.example',
      'Holdspace <hello@directory.example',
      'a@b.example, c@d.example',
      'A <a@b.example>, C <c@d.example>',
      'A "B" <a@b.example>',
      'A\r\nBcc: c@d.example <a@b.example>',
      'A <a@b.example\r\nBcc: c@d.example>',
      `${'n'.repeat(101)} <a@b.example>`,
    ],
    mustBe:
      'the sender of emails, such as Holdspace <hello@directory.example>; required in production and with SMTP_URL',
  },
  TWO_REVIEWERS: {
    right: ['0', '1'],
    wrong: ['2', 'yes', 'true'],
    mustBe: '1 when two reviewers must agree before anything is listed, or 0 when one is enough',
  },
  NPPES_URL: {
    right: ['https://npiregistry.cms.hhs.gov/api/', 'http://127.0.0.1:8080'],
    wrong: [
      'npiregistry.cms.hhs.gov',
      'ftp://registry.example/',
      'https://registry.example/?a=1',
      'https://me:pw@registry.example/',
    ],
    mustBe: 'the address of the NPI registry, such as https://npiregistry.cms.hhs.gov/api/',
  },
  METRICS_PORT: {
    right: ['0', '9464'],
    wrong: ['3000', '65536', 'metrics'],
    mustBe: 'a port number from 0 to 65535, other than PORT',
  },
};

describe('settings', () => {
  it('has every setting in the table of this test', () => {
    expect(Object.keys(table)).to.have.members([...settingNames]);
  });

  for (const [name, { right, wrong, mustBe }] of Object.entries(table)) {
    it(`accepts valid values of ${name}`, () => {
      for (const value of right) expect(errorFor({ [name]: value }), value).to.equal('');
    });
    if (wrong.length > 0)
      it(`refuses invalid values of ${name} in one line that says what it must be`, () => {
        for (const value of wrong)
          expect(errorFor({ [name]: value }), value).to.equal(`${name} must be ${mustBe}.`);
      });
  }

  const defaults = {
    production: false,
    port: 3000,
    host: '127.0.0.1',
    publicUrl: null,
    trustProxy: 0,
    dataDir: 'data',
    secretKey: null,
    demo: true,
    logLevel: 'info',
    rateLimit: 300,
    apiRateLimit: 120,
    clockOffsetDays: 0,
    mongodbUri: null,
    meilisearch: null,
    smtp: null,
    mailFrom: { name: 'Holdspace', address: 'holdspace@localhost.example' },
    twoReviewers: false,
    nppesUrl: null,
    metricsPort: null,
  };

  it('uses the default of a missing, empty or blank setting', () => {
    const all = (value: string) => Object.fromEntries(settingNames.map((name) => [name, value]));
    expect(readConfig({})).to.deep.equal(defaults);
    expect(readConfig(all(''))).to.deep.equal(defaults);
    expect(readConfig(all(' \t'))).to.deep.equal(defaults);
  });

  it('uses the values that are set', () => {
    const given = {
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '::',
      PUBLIC_URL: 'HTTPS://Directory.example:443/',
      TRUST_PROXY: '2',
      DATA_DIR: '/srv/data',
      SECRET_KEY: KEY,
      DEMO: '1',
      LOG_LEVEL: 'warn',
      RATE_LIMIT: 'off',
      SMTP_URL: 'smtps://me:secret@mail.example',
      MAIL_FROM: 'Directory <hello@directory.example>',
    };
    expect(readConfig(given)).to.deep.equal({
      production: true,
      port: 0,
      host: '::',
      publicUrl: 'https://directory.example',
      trustProxy: 2,
      dataDir: '/srv/data',
      secretKey: KEY,
      demo: true,
      logLevel: 'warn',
      rateLimit: null,
      apiRateLimit: 120,
      clockOffsetDays: 0,
      mongodbUri: null,
      meilisearch: null,
      smtp: {
        host: 'mail.example',
        port: 465,
        login: { user: 'me', password: 'secret' },
        security: 'tls',
      },
      mailFrom: { name: 'Directory', address: 'hello@directory.example' },
      twoReviewers: false,
      nppesUrl: null,
      metricsPort: null,
    });
  });

  it('reads encryption and percent-encoded sign-in from SMTP_URL', () => {
    const smtp = (url: string) => readConfig({ SMTP_URL: url, MAIL_FROM: 'a@b.example' }).smtp;
    const login = { user: 'us:er@b.example', password: 'p/ss#ä%' };
    expect(smtp('smtp://us%3Aer%40b.example:p%2Fss%23%C3%A4%25@mail.example:2525')).to.deep.equal({
      host: 'mail.example',
      port: 2525,
      login,
      security: 'starttls',
    });
    const plain = { port: 587, login: null };
    expect(smtp('smtp://mail.example')).to.deep.equal({
      ...plain,
      host: 'mail.example',
      security: 'starttls',
    });
    expect(smtp('smtp://10.0.0.7/')).to.deep.equal({ ...plain, host: '10.0.0.7', security: 'starttls' });
    expect(smtp('smtp://relay?tls=off')).to.deep.equal({ ...plain, host: 'relay', security: 'none' });
    for (const host of ['localhost', '127.0.0.1', '127.3.2.1'])
      expect(smtp(`smtp://${host}`)).to.deep.equal({ ...plain, host, security: 'none' });
    expect(smtp('smtp://[::1]:25')).to.deep.equal({ host: '::1', port: 25, login: null, security: 'none' });
    for (const host of ['localhost.evil.example', '127.0.0.1.example', '128.0.0.1'])
      expect(smtp(`smtp://${host}`)?.security, host).to.equal('starttls');
    expect(smtp('SMTPS://localhost')?.security).to.equal('tls');
  });

  it('requires MAIL_FROM with SMTP_URL', () => {
    expect(errorFor({ SMTP_URL: 'smtps://mail.example' })).to.match(/^MAIL_FROM must be .*with SMTP_URL\.$/);
    expect(errorFor({ MAIL_FROM: 'a@b.example' })).to.equal('');
  });

  it('requires Meilisearch keys for searching and for writing', () => {
    const host = { MEILI_HOST: 'http://127.0.0.1:7700/' };
    expect(errorFor(host)).to.match(/^MEILI_API_KEY must be /);
    expect(errorFor({ ...host, MEILI_SEARCH_KEY: 's' })).to.match(/^MEILI_API_KEY must be /);
    const origin = { host: 'http://127.0.0.1:7700' };
    expect(readConfig({ ...host, MEILI_API_KEY: 'k' }).meilisearch).to.deep.equal({
      ...origin,
      searchKey: 'k',
      indexKey: 'k',
    });
    expect(
      readConfig({ ...host, MEILI_API_KEY: 'k', MEILI_SEARCH_KEY: 's', MEILI_INDEX_KEY: 'i' }).meilisearch,
    ).to.deep.equal({ ...origin, searchKey: 's', indexKey: 'i' });
    expect(readConfig({ ...host, MEILI_API_KEY: 'k', MEILI_INDEX: 'mine' }).meilisearch).to.deep.equal({
      ...origin,
      searchKey: 'k',
      indexKey: 'k',
      indexName: 'mine',
    });
  });

  it('loads no demonstration into MongoDB unless DEMO is 1', () => {
    const given = { MONGODB_URI: 'mongodb://127.0.0.1/holdspace' };
    expect(readConfig(given).demo).to.equal(false);
    expect(readConfig({ ...given, DEMO: '1' }).demo).to.equal(true);
  });

  it('ignores other variables', () => {
    expect(readConfig({ PATH: '/bin', constructor: 'x', toString: 'y', PORTS: 'z' })).to.deep.equal(defaults);
  });

  it('never quotes a value, which may be a secret', () => {
    expect(errorFor({ SMTP_URL: 'smtp://user:hunter2@mail.example/path' })).not.to.contain('hunter2');
    expect(errorFor({ SECRET_KEY: 'hunter2' })).not.to.contain('hunter2');
  });

  it('accepts only proxies that Express can read', () => {
    for (const value of table.TRUST_PROXY!.right)
      expect(
        () => express().set('trust proxy', readConfig({ TRUST_PROXY: value }).trustProxy),
        value,
      ).not.to.throw();
  });
});

describe('production settings', () => {
  const given = {
    NODE_ENV: 'production',
    SECRET_KEY: KEY,
    PUBLIC_URL: 'https://directory.example',
    SMTP_URL: 'smtps://mail.example',
    MAIL_FROM: 'hello@directory.example',
  };

  for (const name of ['SECRET_KEY', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM'] as const)
    it(`requires ${name}`, () => {
      expect(errorFor(given)).to.equal('');
      for (const nothing of ['', ' '])
        expect(errorFor({ ...given, [name]: nothing })).to.match(
          new RegExp(`^${name} must be .*required in production[^.]*\\.$`),
        );
    });

  it('refuses a clock offset', () => {
    expect(errorFor({ ...given, CLOCK_OFFSET_DAYS: '1' })).to.match(
      /^CLOCK_OFFSET_DAYS must be .*0 in production\)\.$/,
    );
    expect(errorFor({ ...given, CLOCK_OFFSET_DAYS: '0' })).to.equal('');
  });

  it('loads the demonstration only when DEMO is 1', () => {
    expect(readConfig(given).demo).to.equal(false);
    expect(readConfig({ ...given, DEMO: '1' }).demo).to.equal(true);
    expect(readConfig({ DEMO: '0' }).demo).to.equal(false);
  });
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const named = lines
    .map((line) => /^(?:# )?([A-Z][A-Z_]*)=(.*)$/.exec(line))
    .filter((match) => match !== null);

  it('names every setting and every variable of compose.yaml exactly once', () => {
    const composeVariables = [...readFileSync('compose.yaml', 'utf8').matchAll(/\$\{([A-Z_]+)[:}]/g)].map(
      ([, name]) => name,
    );
    const expected = new Set([...settingNames, ...composeVariables]);
    expect(named.map(([, name]) => name).toSorted()).to.deep.equal([...expected].toSorted());
  });

  it('explains each setting', () => {
    for (const [line] of named) {
      const before = lines.slice(0, lines.indexOf(line)).reverse();
      const paragraph = before.slice(0, before.indexOf(''));
      expect(
        paragraph.some((text) => /^# .{20,}/.test(text)),
        line,
      ).to.equal(true);
    }
  });

  it('shows the defaults', () => {
    const shown = Object.fromEntries(
      lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=')),
    );
    expect(readConfig(shown)).to.deep.equal(readConfig({}));
  });
});
