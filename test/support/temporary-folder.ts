import { accessSync, constants, statfsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps this folder in memory: a database there does not wait for a disk that other programs use too. */
const IN_MEMORY = '/dev/shm';

/** Two processes of tests need less. Containers often have only 64 MB. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

const parent = process.env.TMPDIR === undefined && hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir();

/**
 * A new empty folder, to be given to {@link removeFolder} when the test is over. Where processes are killed while they write, it is
 * wanted `onDisk`, which takes as long over each write as it would in earnest.
 */
export function temporaryFolder({ onDisk = false } = {}): Promise<string> {
  return mkdtemp(join(onDisk ? tmpdir() : parent, 'holdspace-test-'));
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}
