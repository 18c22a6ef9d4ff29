import type { Context } from './context.js';
import { publish, undo } from './publish.js';
import type { OpenRange, StateRow } from './row-shapes.js';
import { serverTime } from './server-time.js';
import { readState, STATE_ID } from './state.js';

/**
 * Recovers calls that have been silent for too long: closes the numbers of a write, undoes an insertion that
 * was not committed, and finishes one that was. Safe in several processes at once.
 */
export async function recoverAbandoned(context: Context): Promise<void> {
  const state = await readState(context);
  if (Object.keys(state.open).length === 0) return;
  const now = await serverTime(context);
  for (const [call, range] of Object.entries(state.open))
    if (now - range.at.getTime() > context.abandonedAfterMs) await recover(context, call, range);
}

/** Frees the keys that only dead insertions among `calls` hold. Returns whether there were any. */
export async function freeAbandoned(context: Context, calls: readonly string[]): Promise<boolean> {
  if (calls.length === 0) return false;
  await recoverAbandoned(context);
  const { open } = await readState(context);
  const dead = [...new Set(calls)].filter((call) => !(call in open));
  // Deletes a batch that reached the server after its insertion was undone.
  if (dead.length > 0) await context.therapists.deleteMany({ import: { $in: dead } });
  return dead.length > 0;
}

/** `check` starts a recovery in the background when a state has open calls, one recovery at a time. */
export function watchAbandoned(context: Context) {
  let underWay: Promise<void> | null = null;
  return {
    check(state: StateRow): void {
      if (underWay !== null || Object.keys(state.open).length === 0) return;
      underWay = recoverAbandoned(context)
        .catch((error: Error) =>
          context.logger?.warn({ err: error.name }, 'store: recovery of abandoned writes failed, will retry'),
        )
        .finally(() => {
          underWay = null;
        });
    },
    /** Resolves when no recovery is under way. */
    idle: async () => underWay ?? undefined,
  };
}

async function recover(context: Context, call: string, range: OpenRange): Promise<void> {
  const ticket = { call, from: range.from, to: range.to };
  if (range.kind === 'publishing') return publish(context, ticket);
  const path = `open.${call}`;
  const silent = { _id: STATE_ID, [`${path}.at`]: range.at, [`${path}.kind`]: range.kind };
  if (range.kind === 'write') {
    await context.states.updateOne(silent, { $unset: { [path]: '' } });
    return;
  }
  const claim = { $set: { [`${path}.kind`]: 'undoing' }, $currentDate: { [`${path}.at`]: true } };
  const { matchedCount } = await context.states.updateOne(silent, claim);
  if (matchedCount > 0) await undo(context, ticket);
}
