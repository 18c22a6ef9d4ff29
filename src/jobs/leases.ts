import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../domain/calendar.js';
import { KnownError } from '../domain/errors.js';
import type { LeaseStore } from '../storage/store.js';

/** The lease ended, or another process took it, while work under it went on. */
export class LeaseLost extends KnownError {
  override readonly kind = 'lease-lost';
}

export interface LeaseOptions {
  leases: LeaseStore;
  name: string;
  /** Tells this process from all others. */
  holder: string;
  clock: Clock;
  /** For how many milliseconds it is taken; it is renewed after a third of them. */
  forMs: number;
}

export interface Lease {
  /** Whether it is ours; takes or renews it where that is due. */
  hold(): Promise<boolean>;
  release(): Promise<void>;
}

/** A lease that lasts as long as `hold` is called often enough. */
export function createLease({ leases, name, holder, clock, forMs }: LeaseOptions): Lease {
  let renewAt = Number.NEGATIVE_INFINITY;
  return {
    async hold() {
      const now = performance.now();
      if (now < renewAt) return true;
      const ours = await leases.take(name, holder, forMs, clock.now().toISOString());
      renewAt = ours ? now + forMs / 3 : Number.NEGATIVE_INFINITY;
      return ours;
    },
    async release() {
      renewAt = Number.NEGATIVE_INFINITY;
      await leases.release(name, holder);
    },
  };
}

/** A lease that this process holds. */
export interface Held {
  /** @throws LeaseLost */
  assertHeld(): void;
  release(): Promise<void>;
}

/** Takes a lease and renews it by a timer until it is released; `null` when another holder has it. */
export async function takeLease(options: LeaseOptions): Promise<Held | null> {
  const { leases, name, holder, clock, forMs } = options;
  const take = () => leases.take(name, holder, forMs, clock.now().toISOString());
  let endsAt = performance.now() + forMs;
  if (!(await take())) return null;
  async function renew(): Promise<void> {
    const asked = performance.now();
    // A store that does not answer now may answer the next renewal; the lease ends on time all the same.
    const ours = await take().catch(() => null);
    if (ours !== null) endsAt = ours ? asked + forMs : Number.NEGATIVE_INFINITY;
  }
  const timer = setInterval(() => void renew(), forMs / 3).unref();
  return {
    assertHeld() {
      if (performance.now() >= endsAt) throw new LeaseLost(`The lease "${name}" was lost.`);
    },
    async release() {
      clearInterval(timer);
      await leases.release(name, holder);
    },
  };
}

const ASK_MS = 100;

/** {@link takeLease}, as soon as it is free; calls `onWait` once where it has to wait. @throws when `signal` is aborted */
export async function awaitLease(
  options: LeaseOptions,
  signal: AbortSignal,
  onWait: () => void = () => undefined,
): Promise<Held> {
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted();
    const held = await takeLease(options);
    if (held !== null) return held;
    if (tries === 0) onWait();
    await sleep(ASK_MS, undefined, { signal });
  }
}
