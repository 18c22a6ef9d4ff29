import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key with which hashes of identifiers are made: the one that was set, or outside production one that is made on the first
 * start and kept in the data folder, readable by its owner alone.
 */
export function secretKey(dataDir: string, given: string | null): string {
  if (given !== null) return given;
  const file = join(dataDir, 'secret.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx` fails when it is there already, so that two processes starting at once agree on one key.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
