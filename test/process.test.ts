import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openEmbeddedStore } from '../src/storage/embedded/open-embedded-store.js';
import { freePort } from './support/free-port.js';
import { INDEX_KEY, SEARCH_KEY, startStandIn } from './support/meilisearch-stand-in/stand-in.js';
import { type Program, startProgram } from './support/program.js';
import { startStopwatch } from './support/stopwatch.js';
import { removeFolder, temporaryFolder } from './support/temporary-folder.js';
import { aTherapist } from './support/therapist-builder.js';
import { until } from './support/until.js';

const production = {
  NODE_ENV: 'production',
  SECRET_KEY: 'k'.repeat(32),
  PUBLIC_URL: 'https://directory.example',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'hello@directory.example',
};

describe('program', () => {
  let folder: string;
  let programs: Program[];
  beforeEach(async () => {
    folder = await temporaryFolder();
    programs = [];
  });
  afterEach(async () => {
    for (const { child, ended } of programs) {
      child.kill('SIGKILL');
      await ended;
    }
    await removeFolder(folder);
  });

  function start(settings: Record<string, string> = {}): Program {
    const program = startProgram(folder, settings);
    programs.push(program);
    return program;
  }

  /** Sends SIGTERM. Returns the exit code and how long the stop took, in milliseconds. */
  async function stop({ child, ended }: Program): Promise<{ code: number | null; took: number }> {
    const elapsed = startStopwatch();
    child.kill('SIGTERM');
    return { code: await ended, took: elapsed() };
  }

  describe('start', () => {
    it('prints its address and serves the demonstration without any setting', async () => {
      const program = start();
      const address = await program.ready;
      expect(address).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
      const page = await (await fetch(`${address}/therapists`)).text();
      expect(page)
        .to.contain('fictional')
        .and.to.match(/href="\/therapists\/[a-z0-9-]+"/);
      expect(await stop(program)).to.include({ code: 0 });
      expect(program.err()).to.equal('');
      expect(program.out()).not.to.match(/\n\s+at /);
    });

    it('shows the future directory with CLOCK_OFFSET_DAYS, including the demonstration', async () => {
      const total = async (address: string, asked: string) =>
        ((await (await fetch(`${address}/api/v1/therapists?${asked}`)).json()) as { total: number }).total;
      const ahead = start({ CLOCK_OFFSET_DAYS: '100' });
      const address = await ahead.ready;
      expect(await total(address, 'confirmed=90')).to.equal(0);
      const left = await total(address, '');
      expect(left).to.be.greaterThan(0);
      await stop(ahead);
      const now = await start().ready;
      expect(await total(now, 'confirmed=90')).to.be.greaterThan(left);
    });

    it('starts in production without the demonstration, and without its mail server', async () => {
      const program = start(production);
      expect(await program.ready).to.equal('https://directory.example');
      expect(program.out()).not.to.contain('fictional');
      expect(await stop(program)).to.include({ code: 0 });
    });

    it('starts again on its own data folder', async () => {
      const first = start();
      await first.ready;
      await stop(first);
      const second = start();
      const page = await (await fetch(`${await second.ready}/therapists`)).text();
      expect(page).to.match(/href="\/therapists\/[a-z0-9-]+"/);
      expect(await stop(second)).to.include({ code: 0 });
    });

    it('reads .env, and lets the environment override it', async () => {
      writeFileSync(
        join(folder, '.env'),
        'DEMO=0\nPUBLIC_URL=https://from-file.example\nHOST=nowhere at all\n',
      );
      const program = start({ HOST: '127.0.0.1', PUBLIC_URL: '' });
      expect(await program.ready).to.equal('https://from-file.example');
    });
  });

  describe('stop on SIGTERM', () => {
    it('stops within two seconds although a browser keeps connections open', async () => {
      const program = start({ DEMO: '0' });
      const address = await program.ready;
      // `fetch` keeps the connection open for the next request.
      await (await fetch(address)).text();
      const { code, took } = await stop(program);
      expect(code).to.equal(0);
      expect(took).to.be.below(2000);
    });

    it('answers earlier requests completely before it stops', async () => {
      const COUNT = 40;
      const program = start({ RATE_LIMIT: 'off' });
      const { port } = new URL(await program.ready);
      const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
      let seen = '';
      socket.on('data', (text: string) => {
        if (seen === '') program.child.kill('SIGTERM');
        seen += text;
      });
      for (let index = 0; index < COUNT; index++)
        socket.write(`GET /therapists?max_fee=${5000 - index} HTTP/1.1\r\nHost: here\r\n\r\n`);
      await once(socket, 'close');
      // Requests it had not started by then get 503.
      expect(seen.match(/^HTTP\/1\.1 (200|503) /gm)).to.have.lengthOf(COUNT);
      expect(seen.match(/<\/html>/g)).to.have.lengthOf(COUNT);
      expect(seen).to.match(/^HTTP\/1\.1 200 /);
      expect(await program.ended).to.equal(0);
      expect(program.err()).to.equal('');
    });

    it('answers a half-sent request before it stops', async () => {
      const program = start({ DEMO: '0' });
      const { port } = new URL(await program.ready);
      const socket = connect(Number(port), '127.0.0.1');
      socket.write('GET / HTTP/1.1\r\nHost: here\r\n');
      await pause(100);
      program.child.kill('SIGTERM');
      await pause(300);
      socket.write('\r\n');
      const answer = await once(socket, 'data').then(([chunk]) => String(chunk));
      expect(answer).to.match(/^HTTP\/1\.1 (200|503) /);
      expect(await program.ended).to.equal(0);
    });

    it('stops while it is still starting, and can start again', async () => {
      const port = await freePort();
      const program = start({ PORT: String(port) });
      while (!(await listens(port))) await pause(5);
      const { code, took } = await stop(program);
      expect({ code, err: program.err() }).to.deep.equal({ code: 0, err: '' });
      expect(took).to.be.below(2000);
      const page = await fetch(`${await start().ready}/therapists`);
      expect(await page.text()).to.match(/href="\/therapists\/[a-z0-9-]+"/);
    });
  });

  describe('refused start: exit code 1 and one line', () => {
    async function refusal(settings: Record<string, string>): Promise<string> {
      const program = start(settings);
      expect(await program.ended).to.equal(1);
      expect(program.out()).not.to.contain('ready');
      expect(program.err()).to.match(/^[^\n]+\n$/);
      return program.err().trim();
    }

    for (const [name, value] of [
      ['PORT', 'http'],
      ['PUBLIC_URL', 'banana'],
      ['TRUST_PROXY', 'banana'],
      ['SECRET_KEY', 'short'],
      ['SMTP_URL', 'banana'],
      ['MAIL_FROM', 'banana'],
      ['NODE_ENV', 'production'],
      ['CLOCK_OFFSET_DAYS', 'soon'],
    ] as const)
      it(`refuses ${name}=${value}`, async () => {
        const named = name === 'NODE_ENV' ? 'SECRET_KEY' : name;
        expect(await refusal({ [name]: value })).to.match(new RegExp(`^${named} must be .+\\.$`));
      });

    for (const name of ['SECRET_KEY', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM'])
      it(`refuses production without ${name}`, async () => {
        expect(await refusal({ ...production, [name]: '' })).to.match(new RegExp(`^${name} must be .+\\.$`));
      });

    it('refuses a port that is taken', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as { port: number };
      try {
        expect(await refusal({ PORT: String(port) })).to.match(/^PORT must be a free port: .*\d+\.$/);
      } finally {
        server.close();
      }
    });

    it('refuses a host that is not an address of this machine', async () => {
      expect(await refusal({ HOST: '192.0.2.1' })).to.match(/^HOST must be an address of this machine/);
      expect(await refusal({ HOST: 'no-such-host.invalid' })).to.match(
        /^HOST must be an address of this machine/,
      );
    });

    it('refuses a data folder that cannot be created', async () => {
      writeFileSync(join(folder, 'file'), '');
      expect(await refusal({ DATA_DIR: join(folder, 'file', 'data') })).to.contain('DATA_DIR');
    });

    it('refuses a file that is not a database', async () => {
      mkdirSync(join(folder, 'data'));
      writeFileSync(join(folder, 'data', 'holdspace.db'), 'no database '.repeat(500));
      expect(await refusal({ DATA_DIR: join(folder, 'data') })).to.contain('DATA_DIR');
    });
  });

  describe('two processes on one folder', () => {
    type Passes = (page: string, status: number) => boolean;

    /** Requests these pages until all pass. Fails after two seconds. */
    async function soon(urls: readonly string[], passes: Passes): Promise<void> {
      const elapsed = startStopwatch();
      await Promise.all(
        urls.map(async (url) => {
          for (;;) {
            const answer = await fetch(url);
            if (passes(await answer.text(), answer.status)) return;
            expect(elapsed(), url).to.be.below(2000);
            await pause(50);
          }
        }),
      );
    }

    it('shows in both processes within two seconds what a third one writes', async () => {
      const both = [start(), start()];
      const addresses = await Promise.all(both.map(({ ready }) => ready));
      const store = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
      try {
        const today = new Date().toISOString().slice(0, 10);
        const pages = addresses.map((address) => `${address}/therapists/third-party`);
        const searches = addresses.map((address) => `${address}/therapists?q=Quillfeather`);
        // Requested before the record exists, so that the caches of both processes are tested.
        await soon(pages, (_, status) => status === 404);
        await soon(searches, (page) => !page.includes('Una Quillfeather'));

        const wish = { today, slug: 'third-party', published: { name: 'Una Quillfeather' } };
        const written = await store.therapists.insert(aTherapist(wish));
        await soon([...pages, ...searches], (page) => page.includes('Una Quillfeather'));

        const published = written.published!;
        const difficultMaterial = { ...published.difficultMaterial, flashbacks: 'Feet on the floor first.' };
        const next = { ...written, published: { ...published, difficultMaterial } };
        const changed = await store.therapists.update(next);
        await soon(pages, (page) => page.includes('Feet on the floor'));

        await store.therapists.update({ ...changed, status: 'paused' });
        await soon(searches, (page) => !page.includes('Una Quillfeather'));
        await soon(pages, (_, status) => status === 404);
      } finally {
        await store.close();
      }
      for (const program of both) {
        expect(await stop(program)).to.include({ code: 0 });
        expect(program.err()).to.equal('');
      }
    });

    it('sends each write to the search server once, also after one process stops', async () => {
      const standIn = await startStandIn();
      const settings = {
        MEILI_HOST: standIn.host,
        MEILI_SEARCH_KEY: SEARCH_KEY,
        MEILI_INDEX_KEY: INDEX_KEY,
        DEMO: '0',
      };
      const both = [start(settings), start(settings)];
      const store = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
      try {
        const today = new Date().toISOString().slice(0, 10);
        const timesSent = (id: string) =>
          standIn.state.calls.filter(
            ({ method, path, body }) =>
              method === 'POST' &&
              path.endsWith('/documents') &&
              (body as { id: string }[]).some((one) => one.id === id),
          ).length;
        /** Waits for each write, so that no two share a payload. */
        const sendSome = async () => {
          const ids = [];
          for (let count = 0; count < 4; count++) {
            const { id } = await store.therapists.insert(aTherapist({ today }));
            await until(() => timesSent(id) > 0);
            ids.push(id);
          }
          // Enough time for another process to send them as well.
          await pause(1200);
          return ids.map(timesSent);
        };
        for (const { ready } of both)
          await soon([`${await ready}/readyz`], (body) => body.includes('"degraded":[]'));
        expect(await sendSome()).to.deep.equal([1, 1, 1, 1]);
        await stop(both[0]!);
        expect(await sendSome()).to.deep.equal([1, 1, 1, 1]);
      } finally {
        await store.close();
        await standIn.stop();
      }
    });
  });
});

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
