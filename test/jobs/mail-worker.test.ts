import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { EmailKind, QueuedEmail } from '../../src/domain/queued-email.js';
import type { Therapist } from '../../src/domain/therapist.js';
import type { MailWorker } from '../../src/jobs/mail-worker.js';
import { parseSmtpUrl } from '../../src/mail/smtp-url.js';
import { loginTokens, reports, standaloneEmails } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import type { StoreUnderTest } from '../contracts/store/harness.js';
import { askInStore, createMailWorkerFor } from '../support/mail-world.js';
import { mongoStoreUnderTest } from '../support/mongo-databases.js';
import { openStoreAt } from '../support/open-store-at.js';
import { describeWithService } from '../support/services.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.js';
import { embeddedStoreUnderTest } from '../support/sync-world.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';
import { until } from '../support/until.js';

const ANA = 'ana@practice.example';
const MINUTE_MS = 60_000;
let made = 0;

function aWaiting(kind: EmailKind, at: Date, wish: Partial<QueuedEmail> = {}): QueuedEmail {
  const id = `email${String(++made).padStart(8, '0')}`;
  return { id, kind, facts: {}, at: at.toISOString(), tries: 0, nextTryAt: at.toISOString(), ...wish };
}

function describeMailWorker(title: string, open: () => Promise<StoreUnderTest>): void {
  describe(title, () => {
    let under: StoreUnderTest;
    let store: Store;
    let smtp: TestSmtpServer;
    let now: Date;
    let log: string[];
    let workers: MailWorker[];
    let worker: MailWorker;
    const clock = { now: () => now };
    const aWorker = (wish: { store?: Store; holder?: string } = {}) => {
      const server = parseSmtpUrl(smtp.url)!;
      const opened = createMailWorkerFor({ store, server, clock, holder: 'holder', log, ...wish }).worker;
      workers.push(opened);
      return opened;
    };
    beforeEach(async () => {
      under = await open();
      ({ store } = under);
      smtp = await startSmtpServer();
      now = new Date('2026-03-02T12:00:00Z');
      log = [];
      workers = [];
      worker = aWorker();
    });
    afterEach(async () => {
      for (const one of workers) await one.stop();
      await smtp.stop();
      await under.dispose();
    });
    const pass = (minutes: number) => {
      now = new Date(now.getTime() + minutes * MINUTE_MS);
    };
    const waiting = () => store.records(standaloneEmails).count('waiting');
    const tos = () => smtp.received.flatMap(({ to }) => to);
    const idOf = (raw: string | undefined) => /^Message-ID: <(.*)@/m.exec(raw ?? '')?.[1];

    /** Inserts Ana with queued emails in her record. */
    async function anaWith(
      queuedEmails: QueuedEmail[],
      wish: Parameters<typeof aTherapist>[0] = {},
    ): Promise<Therapist> {
      const ana = aTherapist({ email: ANA, published: { name: 'Ana Ruiz' }, queuedEmails, ...wish });
      return store.therapists.insert({ ...ana, nextDueAt: now.toISOString() });
    }
    const again = async ({ id }: Therapist) => (await store.therapists.get(id))!;

    it('sends the queued emails of records in order, and removes them', async () => {
      const emails = [aWaiting('received', now), aWaiting('listed', now)];
      const ana = await anaWith(emails);
      await worker.tick();
      expect(smtp.received.map(({ raw }) => idOf(raw))).to.deep.equal(emails.map(({ id }) => id));
      expect(tos()).to.deep.equal([ANA, ANA]);
      expect(smtp.received[0]?.text).to.match(/^Dear Ana Ruiz,\n/);
      const after = await again(ana);
      expect(after.queuedEmails).to.deep.equal([]);
      expect(after.nextDueAt).not.to.equal(ana.nextDueAt);
      await worker.tick();
      expect(smtp.received).to.have.lengthOf(2);
    });

    it('makes the confirmation link when it sends the reminder', async () => {
      await anaWith([aWaiting('confirm', now)], { confirmKey: 'key', confirmedDaysAgo: 80 });
      await worker.tick();
      expect(smtp.received[0]?.text).to.match(
        /^https:\/\/directory\.example\/confirm\/[a-z0-9]+\.[\w-]{43}$/m,
      );
    });

    it('sends sign-in links before all other emails', async () => {
      await anaWith([aWaiting('received', now)]);
      await askInStore(store, now);
      await worker.tick();
      expect(smtp.received.map(({ headers }) => headers.subject)).to.deep.equal([
        'Your link to sign in',
        'We have your application',
      ]);
    });

    it('sends a last email after the record is gone, and keeps nothing of it', async () => {
      await askInStore(store, now, {
        id: 'left.therapist0000001',
        kind: 'left',
        to: 'gone@practice.example',
      });
      await worker.tick();
      expect(tos()).to.deep.equal(['gone@practice.example']);
      expect(await store.records(standaloneEmails).page(null, 10)).to.deep.equal([]);
    });

    it('keeps emails while the server is away, backs off, and logs it once', async () => {
      const port = smtp.port;
      const ana = await anaWith([aWaiting('received', now)]);
      await smtp.stop();
      const tries: number[] = [];
      for (let minute = 0; minute < 120; minute++) {
        await worker.tick();
        const [queued] = (await again(ana)).queuedEmails;
        if (queued!.tries > (tries.length === 0 ? 0 : tries.length)) tries.push(minute);
        pass(1);
      }
      expect(tries).to.deep.equal([0, 1, 6, 21, 51, 111]);
      expect(log.filter((line) => line.startsWith('mail: 1 emails waiting, retrying in '))).to.have.lengthOf(
        1,
      );
      smtp = await startSmtpServer({ port });
      pass(120);
      await worker.tick();
      expect(tos()).to.deep.equal([ANA]);
      expect((await again(ana)).queuedEmails).to.deep.equal([]);
      expect(log.at(-1)).to.match(/^mail: works again, failures: \d+$/);
    });

    it('sends the same link at every try, with the same Message-ID, valid for twenty minutes after the last', async () => {
      const ana = await anaWith([]);
      smtp.later.add(ANA);
      const id = await askInStore(store, now);
      await worker.tick();
      const [first] = await store.records(loginTokens).page(null, 10);
      pass(15);
      smtp.later.delete(ANA);
      await worker.tick();
      const kept = await store.records(loginTokens).page(null, 10);
      expect(kept.map((token) => token.id)).to.deep.equal([first?.id]);
      expect(Date.parse(kept[0]!.endsAt) - now.getTime()).to.equal(20 * MINUTE_MS);
      expect(idOf(smtp.received[0]?.raw)).to.equal(id);
      expect(smtp.received[0]?.text).to.contain(`/sign-in/${id}.`);
      expect(ana.email).to.equal(ANA);
    });

    it('gives up after three days of tries, and logs that without the address', async () => {
      const ana = await anaWith([aWaiting('received', now)]);
      smtp.later.add(ANA);
      for (let hour = 0; hour < 100; hour++) {
        await worker.tick();
        pass(60);
        if ((await again(ana)).queuedEmails.length === 0) break;
      }
      expect((await again(ana)).queuedEmails).to.deep.equal([]);
      const hours = (now.getTime() - Date.parse('2026-03-02T12:00:00Z')) / 3_600_000;
      expect(hours).to.be.within(72, 84);
      expect(log.at(-1)).to.match(/^mail: gave up an email, it waited too long, tries: \d+$/);
      expect(log.join()).not.to.contain('practice.example');
    });

    it('still sends an email after no process ran for a week', async () => {
      await anaWith([aWaiting('received', now)]);
      pass(8 * 24 * 60);
      await worker.tick();
      expect(tos()).to.deep.equal([ANA]);
    });

    it('drops a requested link that is out of date', async () => {
      await anaWith([]);
      await askInStore(store, now);
      pass(61);
      await worker.tick();
      expect(tos()).to.deep.equal([]);
      expect(await waiting()).to.equal(0);
    });

    it('sends other emails while one mailbox is full', async () => {
      await anaWith([aWaiting('received', now)]);
      const bo = aTherapist({ email: 'bo@practice.example', queuedEmails: [aWaiting('received', now)] });
      await store.therapists.insert({ ...bo, nextDueAt: now.toISOString() });
      smtp.later.add(ANA);
      await worker.tick();
      expect(tos()).to.deep.equal(['bo@practice.example']);
    });

    it('opens one report, due in two business days, when an address is permanently refused', async () => {
      const emails = [aWaiting('received', now), aWaiting('listed', now)];
      const ana = await anaWith(emails, { slug: 'ana-ruiz' });
      smtp.refuse.add(ANA);
      await worker.tick();
      await askInStore(store, now);
      await worker.tick();
      const found = await store.records(reports).page(null, 10);
      expect(found).to.have.lengthOf(1);
      expect(found[0]).to.include({
        id: `refused-${emails[0]!.id}`,
        therapistId: ana.id,
        slug: 'ana-ruiz',
        reason: 'address-refused',
        outcome: 'open',
        dueOn: '2026-03-04',
        count: 1,
      });
      expect((await again(ana)).queuedEmails).to.deep.equal([]);
      expect(await waiting()).to.equal(0);
      // A later refusal opens another report.
      await store.records(reports).update({ ...found[0]!, outcome: 'corrected' });
      const ana2 = await again(ana);
      const late = { ...ana2, queuedEmails: [aWaiting('lapsed', now)], nextDueAt: now.toISOString() };
      await store.therapists.update(late);
      await worker.tick();
      expect(await store.records(reports).count(`open:${ana.id}:address-refused`)).to.equal(1);
    });

    it('opens no report when the address belongs to no therapist', async () => {
      smtp.refuse.add('nobody@practice.example');
      await askInStore(store, now, { kind: 'join', to: 'nobody@practice.example' });
      await worker.tick();
      expect(await store.records(reports).page(null, 10)).to.deep.equal([]);
      expect(await waiting()).to.equal(0);
    });

    it('removes a sent email while the record is written all the time, and loses no write', async () => {
      const ana = await anaWith([aWaiting('received', now), aWaiting('listed', now)]);
      let writes = 0;
      const busy: Store = {
        ...store,
        therapists: {
          ...store.therapists,
          async update(therapist) {
            // Another writer saves just before the removal, three times.
            if (writes < 3) {
              const there = await again(ana);
              await store.therapists.update({ ...there, draftRevision: ++writes });
            }
            return store.therapists.update(therapist);
          },
        },
      };
      await aWorker({ store: busy, holder: 'busy' }).tick();
      const after = await again(ana);
      expect([after.queuedEmails, after.draftRevision]).to.deep.equal([[], 3]);
      expect(smtp.received).to.have.lengthOf(2);
    });

    it('does not send an email that was canceled meanwhile', async () => {
      const ana = await anaWith([aWaiting('received', now), aWaiting('confirm', now)]);
      const quick: Store = {
        ...store,
        therapists: {
          ...store.therapists,
          async update(therapist) {
            const done = await store.therapists.update(therapist);
            return store.therapists.update({ ...done, queuedEmails: [] });
          },
        },
      };
      await aWorker({ store: quick, holder: 'quick' }).tick();
      expect(smtp.received).to.have.lengthOf(1);
      expect((await again(ana)).queuedEmails).to.deep.equal([]);
    });

    it('sends each email once while several processes run at the same time', async () => {
      for (let index = 0; index < 30; index++)
        await askInStore(store, now, { kind: 'join', to: `p${index}@practice.example` });
      const second = aWorker({ store: await under.again(), holder: 'second' });
      const third = aWorker({ store: await under.again(), holder: 'third' });
      await Promise.all([worker, second, third].map((one) => one.tick()));
      for (let tries = 0; tries < 50 && (await waiting()) > 0; tries++) await worker.tick();
      expect(tos().sort()).to.deep.equal(
        Array.from({ length: 30 }, (_, index) => `p${index}@practice.example`).sort(),
      );
    });

    it('stops between two emails, with the sent ones removed', async () => {
      for (let index = 0; index < 40; index++)
        await askInStore(store, now, { kind: 'join', to: `s${index}@practice.example` });
      const sending = worker.tick();
      while (smtp.received.length < 3) await breathe();
      await worker.stop();
      await sending;
      expect(smtp.received.length).to.be.within(3, 39);
      expect(await waiting()).to.equal(40 - smtp.received.length);
    });

    it('runs by itself once started, and at once when nudged', async () => {
      await anaWith([]);
      worker.start();
      await askInStore(store, now);
      worker.nudge();
      await until(() => smtp.received.length > 0);
      expect(tos()).to.deep.equal([ANA]);
      await askInStore(store, now);
      await until(() => smtp.received.length > 1);
      expect(tos()).to.deep.equal([ANA, ANA]);
    });

    it('does not reactivate a link that was used before its email was removed', async () => {
      await anaWith([]);
      const id = await askInStore(store, now);
      // As after an interrupted try: the server has the email, the store does not know.
      const queued = (await store.records(standaloneEmails).get(id))!;
      await worker.tick();
      const [token] = await store.records(loginTokens).page(null, 10);
      await store.records(standaloneEmails).restore(queued);
      // Uses the link, as the button does.
      const { createLoginLinks } = await import('../../src/account/login-links.js');
      const { createPeople } = await import('../../src/account/people.js');
      const links = createLoginLinks({
        store,
        clock,
        people: createPeople(store),
        secretKey: 'k'.repeat(32),
      });
      const secret = /\/sign-in\/(\S+)/.exec(smtp.received[0]!.text)![1]!;
      expect((await links.use(secret))?.id).to.equal(token?.id);
      expect(await links.prepare(queued)).to.equal(null);
      await worker.tick();
      expect(smtp.received).to.have.lengthOf(1);
      expect(await links.find(secret)).to.equal(null);
    });
  });
}

describeMailWorker('the mail worker, on the embedded store', embeddedStoreUnderTest);
describeWithService('MONGODB_URI', 'the mail worker, on MongoDB', (server) =>
  describeMailWorker('the mail worker, on MongoDB', () => mongoStoreUnderTest(server)),
);

describe('the mail worker, when killed', () => {
  const script = fileURLToPath(new URL('../support/mail-process.js', import.meta.url));

  for (const [when, times] of [
    ['before', 1],
    ['after', 2],
  ] as const)
    it(`delivers an email ${times === 1 ? 'once' : 'twice, with one Message-ID'}: ${when} the server has it`, async () => {
      const folder = await temporaryFolder();
      const smtp = await startSmtpServer();
      const file = join(folder, 'holdspace.db');
      const began = new Date('2026-03-02T12:00:00Z');
      const store = await openStoreAt(file);
      try {
        await store.therapists.insert(aTherapist({ email: ANA }));
        const id = await askInStore(store, began);
        const child = fork(script, [file, smtp.url, began.toISOString(), when], { execArgv: [] });
        const [, signal] = await once(child, 'exit');
        expect(signal).to.equal('SIGKILL');
        const clock = { now: () => new Date(began.getTime() + MINUTE_MS) };
        const { worker } = createMailWorkerFor({
          store,
          server: parseSmtpUrl(smtp.url)!,
          clock,
          holder: 'thenext',
        });
        await worker.tick();
        await worker.stop();
        const ids = smtp.received.map(({ headers }) => headers['message-id']);
        expect(ids).to.have.lengthOf(times);
        expect(new Set(ids).size).to.equal(1);
        expect(ids[0]).to.contain(id);
        expect(new Set(smtp.received.map(({ text }) => text)).size).to.equal(1);
        expect(await store.records(standaloneEmails).count('waiting')).to.equal(0);
      } finally {
        await store.close();
        await smtp.stop();
        await removeFolder(folder);
      }
    });
});
