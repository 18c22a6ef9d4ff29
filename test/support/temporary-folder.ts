import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder, to be given to {@link removeFolder} when the test is over. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'holdspace-test-'));
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
