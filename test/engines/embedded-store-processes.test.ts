import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from 'chai';
import type { Therapist } from '../../src/domain/therapist.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';

const script = fileURLToPath(new URL('../support/store-process.js', import.meta.url));
const COUNT = 100;

describe('embedded store in several processes', () => {
  let folder: string;
  let file: string;
  let children: ChildProcess[];
  let store: Store | null;

  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder, 'holdspace.db');
    children = [];
    store = null;
  });

  afterEach(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
    await store?.close();
    await removeFolder(folder);
  });

  /**
   * Starts a second process that opens the store. The returned function makes it write, and resolves when it
   * has exited.
   */
  async function startProcess(name: string) {
    const child = fork(script, [file, name, String(COUNT)], { execArgv: [] });
    children.push(child);
    await once(child, 'message');
    return async () => {
      child.send('go');
      const [[report], [code]] = await Promise.all([once(child, 'message'), once(child, 'exit')]);
      assert.equal(code, 0);
      return report as { longest: number; took: number };
    };
  }

  /** Follows the changes from a cursor until `done`. Returns the last state of every reported id. */
  async function followUntil(done: Promise<unknown>, cursor: string): Promise<Map<string, Therapist | null>> {
    const reported = new Map<string, Therapist | null>();
    let running = true;
    done.finally(() => {
      running = false;
    });
    for (let from = cursor, more = true; more || running; ) {
      const answer = await store!.therapists.changesSince(from, 7);
      for (const change of answer.changes) reported.set(change.id, change.therapist);
      ({ cursor: from, more } = answer);
      if (!more) await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return reported;
  }

  it('loses nothing while three processes write, and reports every change to a fourth', async () => {
    store = await openEmbeddedStore({ file });
    const cursor = await store.therapists.cursor();
    const names = ['anna', 'berta', 'clara'];
    const starts = await Promise.all(names.map(startProcess));
    const done = Promise.all(starts.map((go) => go()));
    const [reported, reports] = await Promise.all([followUntil(done, cursor), done]);

    const present = names.flatMap((name) =>
      Array.from({ length: COUNT }, (_, index) => index)
        .filter((index) => index % 5 !== 0)
        .map((index) => `${name}${String(index).padStart(8, '0')}`),
    );
    assert.equal(await store.therapists.count(), present.length);
    const stored = await store.therapists.getMany(present);
    assert.deepEqual(
      stored.map(({ id, revision, status }) => ({ id, revision, status })),
      present.map((id) => ({ id, revision: 2, status: 'paused' })),
    );
    assert.equal(reported.size, names.length * COUNT, 'every id is reported, removed ones too');
    for (const therapist of stored) assert.deepEqual(reported.get(therapist.id), therapist);
    for (const { longest } of reports) assert.isBelow(longest, 10_000, 'no write waits for long');
  });

  it('lets many processes create the store at once', async () => {
    const starts = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(startProcess));
    store = await openEmbeddedStore({ file });
    const therapist = await store.therapists.insert(aTherapist());
    assert.deepEqual(await store.therapists.get(therapist.id), therapist);
    assert.lengthOf(starts, 6);
  });
});
