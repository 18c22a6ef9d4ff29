import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Therapist } from '../../src/domain/therapist.js';
import type { Acknowledged } from './writer-process.js';

export interface Writer {
  /** How many writes the store has acknowledged. */
  readonly acknowledged: number;
  /** Ends it, when its last write is settled. */
  stop(): Promise<void>;
  /** The acknowledged writes that are not in these records. */
  lostIn(records: ReadonlyMap<string, Therapist>): string[];
}

/** Lets a process of its own write to the store at this address. */
export async function startWriter(address: string): Promise<Writer> {
  const child = fork(fileURLToPath(new URL('./writer-process.js', import.meta.url)), [address]);
  const ended = once(child, 'exit');
  await once(child, 'message');
  const last = new Map<string, Acknowledged>();
  let acknowledged = 0;
  child.on('message', (told: Acknowledged) => {
    acknowledged += 1;
    last.set(told.id, told);
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
      [...last.values()].filter((told) => isLost(told, records.get(told.id))).map(({ id }) => id),
  };
}

/** Later revisions come from writes that were cut short before they were acknowledged. */
function isLost(told: Acknowledged, record: Therapist | undefined): boolean {
  if (record === undefined || record.revision < told.revision) return true;
  return record.revision === told.revision && record.published?.fees.hourly !== told.hourly;
}
