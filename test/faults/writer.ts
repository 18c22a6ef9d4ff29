import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Therapist } from '../../src/domain/therapist.js';
import type { Acknowledged } from './writer-process.js';

export interface Writer {
  /** The number of acknowledged writes. */
  readonly acknowledged: number;
  /** Stops it after its last write. */
  stop(): Promise<void>;
  /** The acknowledged writes that are missing in these records. */
  lostIn(records: ReadonlyMap<string, Therapist>): string[];
}

/** Starts a process that writes to the store at this address. */
export async function startWriter(address: string): Promise<Writer> {
  const child = fork(fileURLToPath(new URL('./writer-process.js', import.meta.url)), [address]);
  const ended = once(child, 'exit');
  await once(child, 'message');
  const last = new Map<string, Acknowledged>();
  let acknowledged = 0;
  child.on('message', (write: Acknowledged) => {
    acknowledged += 1;
    last.set(write.id, write);
  });
  return {
    get acknowledged() {
      return acknowledged;
    },
    async stop() {
      if (child.connected) child.send('stop');
      const [code] = await ended;
      if (code !== 0) throw new Error(`The process that writes ended with ${code}.`);
    },
    lostIn: (records) =>
      [...last.values()].filter((write) => isLost(write, records.get(write.id))).map(({ id }) => id),
  };
}

/** A later revision comes from a write that was interrupted before it was acknowledged. */
function isLost(write: Acknowledged, record: Therapist | undefined): boolean {
  if (record === undefined || record.revision < write.revision) return true;
  return record.revision === write.revision && record.published?.fees.hourly !== write.hourly;
}
