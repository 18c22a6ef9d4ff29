import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { aTherapist } from '../support/therapist-builder.js';
import { contentsOf, faultsOfChanges, faultsOfFile, oldRecordsIn } from './inspect.js';
import { runAndKill } from './kill.js';
import { openLedger } from './ledger.js';
import { mottoStep, nextSteps } from './next-steps.js';

export interface Outcome {
  what: string;
  faults: string[];
}

/** Rounds on one growing file: in each, two processes write, both are killed, and the contents are checked. */
export async function* killWhileWriting(
  folder: string,
  rounds: number,
  random: () => number,
): AsyncGenerator<Outcome> {
  const file = join(folder, 'writing.db');
  const ledger = openLedger();
  const empty = await openEmbeddedStore({ file });
  const firstCursor = await empty.therapists.cursor();
  await empty.close();
  for (let round = 1; round <= rounds; round++) {
    const before = ledger.acknowledged;
    const writers = ['a', 'b'].map((name) => {
      const prefix = `${name}round${String(round).padStart(2, '0')}x`;
      const seed = Math.floor(random() * 2 ** 31);
      return runAndKill('writer.js', [file, prefix, String(seed)], 20 + random() * 700, (line) =>
        ledger.note(prefix, line),
      );
    });
    await Promise.all(writers);
    const store = await openEmbeddedStore({ file });
    const contents = await contentsOf(store);
    const faults = [...ledger.settle(contents), ...(await faultsOfChanges(store, firstCursor, contents))];
    await store.close();
    const what = `${ledger.acknowledged - before} writes acknowledged, ${contents.size} records stored`;
    yield { what, faults: [...faults, ...faultsOfFile(file)] };
  }
}

const TO_UPGRADE = 4000;

/** Each round kills the upgrade of a file of records, lets it finish, and checks every record. */
export async function* killWhileUpgrading(
  folder: string,
  rounds: number,
  random: () => number,
): AsyncGenerator<Outcome> {
  for (let round = 1; round <= rounds; round++) {
    const file = join(folder, `upgrading-${round}.db`);
    const older = await openEmbeddedStore({ file });
    await older.therapists.insertMany(Array.from({ length: TO_UPGRADE }, () => aTherapist()));
    const before = await contentsOf(older);
    await older.close();
    await runAndKill('migrator.js', [file], random() * 400, () => {});
    const left = oldRecordsIn(file);
    const newer = await openEmbeddedStore({ file, recordSteps: nextSteps });
    const contents = await contentsOf(newer);
    await newer.close();
    const expected = [...before.values()].map((record) =>
      mottoStep.upgrade({ ...record, schemaVersion: mottoStep.from + 1 }),
    );
    const same = isDeepStrictEqual([...contents.values()], expected);
    const faults = same && oldRecordsIn(file) === 0 ? [] : ['a record was lost, changed or left behind'];
    yield { what: `killed with ${left} of ${TO_UPGRADE} to go`, faults: [...faults, ...faultsOfFile(file)] };
  }
}
