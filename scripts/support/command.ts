import { ConfigError } from '../../src/config.js';
import { SeedRefused } from '../../src/demo/read-seeds.js';
import { SearchMisconfigured, SearchUnavailable } from '../../src/search/search-index.js';
import { Conflict, StoreRefused, StoreUnreachable } from '../../src/storage/store.js';
import { UsageError } from '../seed/arguments.js';

/** A file cannot be read or written, or is invalid. The message says what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Errors that the user can fix: printed in one line, without a stack. */
const expected = [
  UsageError,
  FileRefused,
  SeedRefused,
  ConfigError,
  StoreRefused,
  StoreUnreachable,
  SearchMisconfigured,
  SearchUnavailable,
  Conflict,
];

/**
 * Runs a command that returns its exit code. With --help it only prints the usage. `signal` is aborted on an
 * interrupt; the exit code is then that of the interrupt, whatever the command returns.
 */
export function runCommand(
  usage: () => string,
  work: (argv: string[], signal: AbortSignal) => Promise<number>,
): void {
  const argv = process.argv.slice(2);
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(usage());
    return;
  }
  const interruption = new AbortController();
  let interrupted: number | null = null;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => {
      interrupted = code;
      interruption.abort();
    });
  work(argv, interruption.signal)
    .catch((error: unknown) => {
      if (!expected.some((kind) => error instanceof kind)) throw error;
      console.error((error as Error).message);
      return 1;
    })
    .then((code) => {
      process.exitCode = interrupted ?? code;
    });
}
