import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { reports } from '../../src/storage/kinds.js';
import { openMongoStore } from '../../src/storage/mongo/open-mongo-store.js';
import type { Store } from '../../src/storage/store.js';
import { freePort } from '../support/free-port.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { proxyToMongo } from '../support/mongo-proxy.js';
import { type Program, startProgram } from '../support/program.js';
import { describeWithService } from '../support/services.js';
import type { TcpProxy } from '../support/tcp-proxy.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';
import { aVisitor } from '../support/visitor.js';

/** Longer than the wait between two tries, and than one try takes. */
const TRIES_MS = 4000;

describe('program without MongoDB', () => {
  let folder: string;
  let origin: string;
  let program: Program;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    await removeFolder(folder);
  });

  async function start(uri: string): Promise<void> {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    program = startProgram(folder, { MONGODB_URI: uri, PORT: String(port), RATE_LIMIT: 'off' });
    while (!(await fetch(`${origin}/healthz`).catch(() => null))) await pause(20);
  }

  async function assertWaits(): Promise<void> {
    expect((await fetch(`${origin}/healthz`)).status).to.equal(200);
    const ready = await fetch(`${origin}/readyz`);
    expect(ready.status).to.equal(503);
    expect(await ready.json()).to.include({ ready: false, store: 'waiting' });
    for (const path of ['/', '/therapists', '/therapists/some-slug']) {
      const page = await fetch(origin + path);
      expect(page.status).to.equal(503);
      expect(page.headers.get('retry-after')).to.match(/^\d+$/);
      expect(await page.text()).to.contain('</html>');
    }
  }

  it('answers that it waits, logs one line, and stops on SIGTERM', async () => {
    await start(`mongodb://127.0.0.1:${await freePort()}/?serverSelectionTimeoutMS=300`);
    await assertWaits();
    await pause(TRIES_MS);
    await assertWaits();
    expect(program.out().match(/waiting for the store/g)).to.have.lengthOf(1);
    program.child.kill('SIGTERM');
    expect(await program.ended).to.equal(0);
    expect(program.err()).to.equal('');
  });

  describeWithService('MONGODB_URI', 'MongoDB that comes and goes', (server) => {
    describe('with a server that comes and goes', () => {
      const WAITS = { serverSelectionTimeoutMS: '800', connectTimeoutMS: '800', heartbeatFrequencyMS: '500' };
      let direct: string;
      let proxy: TcpProxy;
      let store: Store;
      let uri: string;
      beforeEach(async () => {
        direct = freshDatabase(server);
        store = await openMongoStore({ uri: direct });
        ({ proxy, uri } = await proxyToMongo(direct, WAITS));
      });
      afterEach(async () => {
        await store.close();
        await proxy.close();
        await dropDatabase(direct);
      });

      const statusOf = async (path: string) => (await fetch(origin + path)).status;
      async function until(holds: () => Promise<boolean>): Promise<void> {
        const end = performance.now() + 15_000;
        while (!(await holds())) {
          expect(performance.now()).to.be.below(end);
          await pause(100);
        }
      }

      /** The log is written once a second. */
      async function assertLogged(line: RegExp): Promise<void> {
        await until(async () => program.out().match(line) !== null);
        await pause(1500);
        expect(program.out().match(line)).to.have.lengthOf(1);
      }

      it('starts serving without a restart when the server comes', async () => {
        const { slug } = await store.therapists.insert(therapist());
        await proxy.cut();
        await start(uri);
        await assertWaits();
        await assertLogged(/waiting for the store/g);
        await proxy.restore();
        await program.ready;
        expect(await statusOf(`/therapists/${slug}`)).to.equal(200);
      });

      it('serves every listing while the server is gone, and catches up when it is back', async () => {
        const many = Array.from({ length: 50 }, therapist);
        await store.therapists.insertMany(many);
        await start(uri);
        await program.ready;
        await proxy.cut();
        await until(async () => {
          const ready = await fetch(`${origin}/readyz`);
          expect(ready.status).to.equal(200);
          return ((await ready.json()) as { degraded: string[] }).degraded.join() === 'store';
        });
        // None of these was requested before.
        const paths = [
          '/',
          '/therapists',
          '/therapists?state=NJ&page=2',
          '/checklist',
          '/learn/five-questions',
        ];
        const pages = many.flatMap(({ slug }) => [`/therapists/${slug}`, `/therapists/${slug}/checklist`]);
        for (const path of [...paths, ...pages]) expect(await statusOf(path), path).to.equal(200);
        const { slug } = await store.therapists.insert(therapist());
        await assertLogged(/index sync: failing/g);
        await proxy.restore();
        await until(async () => (await statusOf(`/therapists/${slug}`)) === 200);
        expect(await (await fetch(`${origin}/readyz`)).json()).to.deep.include({ degraded: [] });
      });

      it('returns a form sent meanwhile, and accepts it when the server is back', async () => {
        const { slug } = await store.therapists.insert(therapist());
        await start(uri);
        await program.ready;
        const visitor = aVisitor(origin);
        const form = await visitor.get(`/therapists/${slug}/report`);
        await proxy.cut();
        const words = 'They said <b>no</b> & hung up';
        const unsent = await visitor.submit(form, { fill: { reason: 'other', words } });
        expect(unsent.status).to.equal(503);
        expect(unsent.headers.get('retry-after')).to.match(/^\d+$/);
        expect(unsent.text('main')).to.contain('Nothing you typed is lost').and.to.contain(words);
        expect(unsent.$('main b')).to.have.lengthOf(0);
        await proxy.restore();
        await until(async () => (await visitor.submit(unsent)).status === 303);
        const open = await store.records(reports).tagged('open', { limit: 10 });
        expect(open.map((report) => report.words)).to.deep.equal([words]);
      });
    });
  });
});

const therapist = () => aTherapist({ today: new Date().toISOString().slice(0, 10) });
