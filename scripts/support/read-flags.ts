import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '../seed/arguments.js';

/** What follows the name of a command. @throws UsageError with `usage` when there is an option it does not know. */
export function readFlags<Options extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${wrongFlag(error)}\n\n${usage}`);
  }
}

/** The one file that is named. @throws UsageError when there is none, or more than one. */
export function theFile(positionals: readonly string[], usage: string): string {
  const [file, ...more] = positionals;
  if (file === undefined || file === '' || more.length > 0) throw new UsageError(usage);
  return file;
}

/** @throws UsageError when something is named, where nothing is to be. */
export function noMore(positionals: readonly string[], usage: string): void {
  if (positionals.length > 0) throw new UsageError(usage);
}

/** What Node says is wrong, without its advice on how to name a file that begins with a dash. */
function wrongFlag(error: unknown): string {
  return (error as Error).message.replace(/\. To specify .*$/s, '');
}
