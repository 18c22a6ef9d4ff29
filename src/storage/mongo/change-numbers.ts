import { setTimeout as wait } from 'node:timers/promises';
import type { Models } from './models.js';
import type { OpenRange, StateRow } from './row-shapes.js';
import { assertNotNewer, readState, STATE_ID } from './state.js';
import { updateOf } from './state-update.js';

/** A range of change numbers for one call. It stays open, visible to all readers, until the call closes it. */
export interface Ticket {
  readonly call: string;
  readonly from: number;
  readonly to: number;
}

/** Hands out change numbers in order to all processes; see decision 0003. */
export interface ChangeNumbers {
  /** @throws StoreRefused when a newer program has claimed the database. */
  take(count: number, kind: OpenRange['kind']): Promise<Ticket>;
  /**
   * Closes a ticket: everything under its numbers is written. Returns `false` when another process had
   * abandoned the call before.
   */
  close(ticket: Ticket): Promise<boolean>;
}

interface Pending<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

type Take = Pending<{ count: number; kind: OpenRange['kind'] }, Ticket>;
type Close = Pending<Ticket, boolean>;

/** How often to try again when other processes take the number first. */
const MOST_TRIES = 200;

export interface ChangeNumbersDeps extends Pick<Models, 'states'> {
  readonly recordVersion: number;
  readonly newCall: () => string;
}

/**
 * Calls that arrive while a request is under way share the next request. So a process has one request on the
 * state row at a time, and only the few processes compete for it.
 */
export function changeNumbers({ states, recordVersion, newCall }: ChangeNumbersDeps): ChangeNumbers {
  let takes: Take[] = [];
  let closes: Close[] = [];
  let last: number | null = null;
  let busy = false;

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    while (takes.length + closes.length > 0) {
      const [taking, closing] = [takes, closes];
      [takes, closes] = [[], []];
      await processBatch(taking, closing).catch((error: unknown) => {
        for (const { reject } of [...taking, ...closing]) reject(error);
      });
    }
    busy = false;
  }

  async function processBatch(taking: Take[], closing: Close[]): Promise<void> {
    // Close without taking, so that a newer program's claim on the database stops only the taking.
    if (taking.length === 0) return resolveCloses(closing, await change({ _id: STATE_ID }, closing, []));
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
      for (const { pending, ticket } of tickets) pending.resolve(ticket);
      return resolveCloses(closing, before);
    }
    throw new Error('Other processes took the next change number in every try: try again.');
  }

  /**
   * The last number handed out. When a newer program has claimed the database, resolves the closes before it
   * throws.
   */
  async function lastSeen(closing: Close[]): Promise<number> {
    if (last !== null) return last;
    const state = await readState({ states });
    try {
      assertNotNewer(state, recordVersion);
    } catch (error) {
      resolveCloses(closing, await change({ _id: STATE_ID }, closing, []));
      throw error;
    }
    return state.last;
  }

  function ticketsAfter(seen: number, taking: readonly Take[]): Taken[] {
    let next = seen + 1;
    return taking.map((pending) => {
      const from = next;
      next += pending.request.count;
      return { pending, ticket: { call: newCall(), from, to: next - 1 } };
    });
  }

  /**
   * Updates the state row atomically. Returns the row before the update, or `null` when the filter does not
   * match.
   */
  function change(
    filter: object,
    closing: readonly Close[],
    taken: readonly Taken[],
  ): Promise<StateRow | null> {
    return states
      .findOneAndUpdate(
        filter,
        updateOf(
          closing.map(({ request }) => request.call),
          taken.map(({ pending, ticket }) => ({ ...ticket, kind: pending.request.kind })),
        ),
        { returnDocument: 'before' },
      )
      .lean()
      .exec();
  }

  return {
    take: (count, kind) =>
      new Promise((resolve, reject) => {
        takes.push({ request: { count, kind }, resolve, reject });
        void drain();
      }),
    close: (ticket) =>
      new Promise((resolve, reject) => {
        closes.push({ request: ticket, resolve, reject });
        void drain();
      }),
  };
}

interface Taken {
  readonly pending: Take;
  readonly ticket: Ticket;
}

function resolveCloses(closing: readonly Close[], before: StateRow | null): void {
  for (const { request, resolve } of closing) resolve(before !== null && request.call in before.open);
}
