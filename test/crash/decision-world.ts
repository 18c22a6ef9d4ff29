import { resolve } from 'node:path';
import { createSessions } from '../../src/account/sessions.js';
import { randomId } from '../../src/compose/ids.js';
import { addDays, offsetClock, toDay } from '../../src/domain/calendar.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { reviewers } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { cookieName } from '../../src/web/authorize.js';
import { freePort } from '../support/free-port.js';
import { openStoreAt } from '../support/open-store-at.js';
import { type Program, startProgram } from '../support/program.js';
import { type ReceivedEmail, startSmtpServer } from '../support/smtp-server.js';
import { at, TODAY } from '../support/therapist-builder.js';
import { aVisitor, type Visitor } from '../support/visitor.js';
import { REVIEWER } from './decision-cases.js';
import type { Step } from './decision-steps.js';

const MORTAL = resolve('dist/test/crash/mortal.js');
const DAY_MS = 86_400_000;

export interface World {
  rita: Visitor;
  /** Runs `work` with the store, which only the program has open before and after. */
  inStore<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Starts the program, which dies at that step of the decision about that therapist. Resolves when it is
   * ready.
   */
  start(step: Step, about: string): Promise<Program>;
  /** Called before the mail server answers; the answer waits for it. */
  onAnswer: (to: 'recipient' | 'email', address: string) => Promise<void>;
  emailsTo(address: string): ReceivedEmail[];
  close(): Promise<void>;
}

export interface WorldWish {
  folder: string;
  /** A MongoDB address, or a file in the folder. */
  address: string;
  settings: Record<string, string>;
  therapists: readonly Therapist[];
}

/** Starts the program repeatedly on one store with these therapists and a reviewer who is signed in. */
export async function openWorld({ folder, address, settings, therapists }: WorldWish): Promise<World> {
  const daysBack = Math.round((Date.parse(TODAY) - Date.parse(toDay(new Date()))) / DAY_MS);
  const port = await freePort();
  const smtp = await startSmtpServer({ onAnswer: (to, about) => world.onAnswer(to, about) });
  const everyStart = {
    ...{ PORT: String(port), DEMO: '0', LOG_LEVEL: 'silent', RATE_LIMIT: 'off' },
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'hello@directory.example' },
    ...{ CLOCK_OFFSET_DAYS: String(daysBack), NODE_OPTIONS: `--import=${MORTAL}` },
    ...settings,
  };
  const world: World = {
    rita: aVisitor(`http://127.0.0.1:${port}`),
    async inStore(work) {
      const store = await openStoreAt(address);
      return work(store).finally(() => store.close());
    },
    async start(step, about) {
      const program = startProgram(folder, { ...everyStart, CRASH_AT: step, CRASH_ABOUT: about });
      await program.ready;
      return program;
    },
    onAnswer: async () => undefined,
    emailsTo: (wanted) => smtp.received.filter(({ to }) => to.includes(wanted)),
    close: () => smtp.stop(),
  };
  await world.inStore(async (store) => {
    await store.therapists.insertMany(therapists);
    world.rita.cookies.set(cookieName(false), await signIn(store, daysBack));
  });
  return world;
}

async function signIn(store: Store, daysBack: number): Promise<string> {
  const createdAt = at(addDays(TODAY, -1));
  await store.records(reviewers).insert({ id: REVIEWER, revision: 1, createdAt });
  const clock = offsetClock(daysBack);
  const sessions = createSessions({ store, clock, newId: randomId, secretKey: 'not asked for' });
  return (await sessions.begin(REVIEWER)).secret;
}
