import { expect } from 'chai';
import { createLoginLinks } from '../../src/account/login-links.js';
import { createPeople } from '../../src/account/people.js';
import { createAccounts } from '../../src/account/service.js';
import { createSessions, type SessionService } from '../../src/account/sessions.js';
import { randomId } from '../../src/compose/ids.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { reviewers, sessions } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';

const HOUR_MS = 3_600_000;
const ANA = 'Ana@practice.example';
const ROSA = 'rosa@holdspace.example';

describe('sessions', () => {
  let folder: string;
  let store: Store;
  let now: Date;
  let sessionService: SessionService;
  const clock = { now: () => now };
  const tools = () => ({ store, clock, newId: randomId, secretKey: 'k'.repeat(32) });
  const pass = (hours: number) => {
    now = new Date(now.getTime() + hours * HOUR_MS);
  };
  const addReviewer = (id: string) =>
    store.records(reviewers).insert({ id, revision: 1, createdAt: now.toISOString() });
  beforeEach(async () => {
    folder = await temporaryFolder();
    store = await openEmbeddedStore({ file: `${folder}/holdspace.db` });
    now = new Date('2026-03-02T12:00:00Z');
    await store.therapists.insert(aTherapist({ email: ANA }));
    await addReviewer(ROSA);
    sessionService = createSessions(tools());
  });
  afterEach(async () => {
    await store.close();
    await removeFolder(folder);
  });

  it('last two weeks for a therapist and twelve hours for a reviewer', async () => {
    const ana = await sessionService.begin(ANA);
    const rosa = await sessionService.begin(ROSA);
    pass(11.9);
    expect((await sessionService.find(rosa.secret))?.reviewer?.id).to.equal(ROSA);
    pass(0.1);
    expect(await sessionService.find(rosa.secret)).to.equal(null);
    pass(14 * 24 - 12.1);
    expect((await sessionService.find(ana.secret))?.therapist?.email).to.equal(ANA);
    pass(0.1);
    expect(await sessionService.find(ana.secret)).to.equal(null);
  });

  it('end one by one with a sign-out, or all at once for an address', async () => {
    const [one, two, other] = [
      await sessionService.begin(ANA),
      await sessionService.begin(ANA),
      await sessionService.begin(ROSA),
    ];
    await sessionService.end((await sessionService.find(one.secret))!.sessionId);
    expect(await sessionService.find(one.secret)).to.equal(null);
    expect(await sessionService.find(two.secret)).not.to.equal(null);
    await sessionService.endAll(ANA.toUpperCase());
    expect(await sessionService.find(two.secret)).to.equal(null);
    expect(await sessionService.find(other.secret)).not.to.equal(null);
  });

  it('stop working once the person is removed', async () => {
    const rosa = await sessionService.begin(ROSA);
    await store.records(reviewers).remove(ROSA);
    expect(await sessionService.find(rosa.secret)).to.equal(null);
    const ana = await sessionService.begin(ANA);
    const therapist = (await store.therapists.getByEmail(ANA))!;
    await store.therapists.update({ ...therapist, status: 'withdrawn' });
    expect(await sessionService.find(ana.secret)).to.equal(null);
  });

  it('stop working when the person becomes a reviewer or applies again', async () => {
    const ana = await sessionService.begin(ANA);
    pass(1);
    await addReviewer(ANA.toLowerCase());
    expect(await sessionService.find(ana.secret)).to.include({ reviewer: null });
    const later = await sessionService.begin(ANA);
    expect((await sessionService.find(later.secret))?.reviewer).not.to.equal(null);
    await store.records(reviewers).remove(ROSA);
    const before = await sessionService.begin(ROSA);
    pass(1);
    await addReviewer(ROSA);
    expect(await sessionService.find(before.secret)).to.equal(null);
  });

  it('are stored as hashes of different secrets', async () => {
    const [one, two] = [await sessionService.begin(ANA), await sessionService.begin(ANA)];
    expect(one.secret).not.to.equal(two.secret);
    const kept = JSON.stringify(await store.records(sessions).page(null, 10));
    expect(kept).not.to.contain(one.secret);
    const [id] = (await store.records(sessions).page(null, 10)).map((session) => session.id);
    expect(await sessionService.find(id!)).to.equal(null);
  });

  it('have form tokens of their own, made with the key', async () => {
    const [one, two] = [await sessionService.begin(ANA), await sessionService.begin(ANA)];
    const tokenOf = async (from: SessionService, secret: string) => (await from.find(secret))?.formToken;
    expect(await tokenOf(sessionService, one.secret)).not.to.equal(await tokenOf(sessionService, two.secret));
    const other = createSessions({ ...tools(), secretKey: 'o'.repeat(32) });
    expect(await tokenOf(other, one.secret)).not.to.equal(await tokenOf(sessionService, one.secret));
  });

  describe('a request for a link', () => {
    /** The store, with every call to it written down. */
    function watched(calls: string[]): Store {
      const watch = <T extends object>(target: T, name: string): T =>
        new Proxy(target, {
          get: (of, key) => {
            const value = Reflect.get(of, key);
            if (typeof value !== 'function') return value;
            return (...given: unknown[]) => {
              calls.push(`${name}.${String(key)}`);
              return value.apply(of, given);
            };
          },
        });
      return {
        ...store,
        therapists: watch(store.therapists, 'therapists'),
        records: (kind) => watch(store.records(kind), kind.name),
      };
    }

    it('is one insertion, whether or not the address is known', async () => {
      for (const email of [ANA, ROSA, 'nobody@practice.example', ANA.toUpperCase()])
        for (const purpose of ['sign-in', 'join'] as const) {
          const calls: string[] = [];
          const store = watched(calls);
          const people = createPeople(store);
          const common = { ...tools(), store, people };
          const links = createLoginLinks(common);
          const accounts = createAccounts({
            ...common,
            links,
            sessions: createSessions(common),
            onEmail: () => calls.push('told'),
          });
          await accounts.ask(purpose, email, null);
          expect(calls, `${purpose} ${email}`).to.deep.equal(['letter.insert', 'told']);
        }
    });
  });
});
