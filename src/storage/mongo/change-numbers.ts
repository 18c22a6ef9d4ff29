import { setTimeout as wait } from 'node:timers/promises';
import type { Models } from './models.js';
import type { OpenRange, StateRow } from './row-shapes.js';
import { assertNotNewer, readState, STATE_ID } from './state.js';
import { updateOf } from './state-update.js';

/** Numbers that one call may give to what it changes. They stay open, for everybody to see, until it says that it is done. */
export interface Ticket {
  readonly call: string;
  readonly from: number;
  readonly to: number;
}

/** Numbers of changes, handed out in order to all processes; see decision 0003. */
export interface ChangeNumbers {
  /** @throws StoreRefused when a newer program has claimed the database. */
  take(count: number, kind: OpenRange['kind']): Promise<Ticket>;
  /** Says that all that was to be written under these numbers is written. `false` when others had given the call up before. */
  close(ticket: Ticket): Promise<boolean>;
}

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

type Take = Waiting<{ count: number; kind: OpenRange['kind'] }, Ticket>;
type Close = Waiting<Ticket, boolean>;

/** How often a number is asked for again when other processes were quicker. */
const MOST_TRIES = 200;

interface Tools extends Pick<Models, 'states'> {
  readonly recordVersion: number;
  readonly newCall: () => string;
}

/**
 * Whoever asks while a request is under way goes with the next one, all together: so one process has one request to the one state
 * row at a time, and only processes, which are few, compete for it.
 */
export function changeNumbers({ states, recordVersion, newCall }: Tools): ChangeNumbers {
  let takes: Take[] = [];
  let closes: Close[] = [];
  let last: number | null = null;
  let busy = false;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    while (takes.length + closes.length > 0) {
      const [taking, closing] = [takes, closes];
      [takes, closes] = [[], []];
      await serve(taking, closing).catch((error: unknown) => {
        for (const { reject } of [...taking, ...closing]) reject(error);
      });
    }
    busy = false;
  }

  async function serve(taking: Take[], closing: Close[]): Promise<void> {
    // By itself first, so that a newer program's claim on the database stops the taking only.
    if (taking.length === 0) return settle(closing, await change({ _id: STATE_ID }, closing, []));
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const seen = await lastSeen(closing);
      const tickets = ticketsAfter(seen, taking);
      const before = await change({ _id: STATE_ID, last: seen, recordVersion }, closing, tickets);
      if (before === null) {
        last = null;
        await wait(Math.random() * Math.min(tries, 10));
        continue;
      }
      last = tickets.at(-1)?.ticket.to ?? seen;
      for (const { waiting, ticket } of tickets) waiting.resolve(ticket);
      return settle(closing, before);
    }
    throw new Error('Other processes took every number that was asked for.');
  }

  /** The last number handed out. Closes what is to be closed when nothing may be taken any more. */
  async function lastSeen(closing: Close[]): Promise<number> {
    if (last !== null) return last;
    const state = await readState({ states });
    try {
      assertNotNewer(state, recordVersion);
    } catch (error) {
      settle(closing, await change({ _id: STATE_ID }, closing, []));
      throw error;
    }
    return state.last;
  }

  function ticketsAfter(seen: number, taking: readonly Take[]): Taken[] {
    let next = seen + 1;
    return taking.map((waiting) => {
      const from = next;
      next += waiting.asked.count;
      return { waiting, ticket: { call: newCall(), from, to: next - 1 } };
    });
  }

  /** One atomic change of the state row, and the row as it was before; `null` when it is not as the filter says. */
  function change(
    filter: object,
    closing: readonly Close[],
    taken: readonly Taken[],
  ): Promise<StateRow | null> {
    return states
      .findOneAndUpdate(
        filter,
        updateOf(
          closing.map(({ asked }) => asked.call),
          taken.map(({ waiting, ticket }) => ({ ...ticket, kind: waiting.asked.kind })),
        ),
        { returnDocument: 'before' },
      )
      .lean()
      .exec();
  }

  return {
    take: (count, kind) =>
      new Promise((resolve, reject) => {
        takes.push({ asked: { count, kind }, resolve, reject });
        void work();
      }),
    close: (ticket) =>
      new Promise((resolve, reject) => {
        closes.push({ asked: ticket, resolve, reject });
        void work();
      }),
  };
}

interface Taken {
  readonly waiting: Take;
  readonly ticket: Ticket;
}

function settle(closing: readonly Close[], before: StateRow | null): void {
  for (const { asked, resolve } of closing) resolve(before !== null && asked.call in before.open);
}
