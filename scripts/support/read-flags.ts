import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '../seed/arguments.js';

/** The arguments after the name of a command. @throws UsageError with `usage` when an option is unknown. */
export function readFlags<Options extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${flagError(error)}\n\n${usage}`);
  }
}

/** The only positional argument, a file. @throws UsageError when there is none, or more than one. */
export function onlyFile(positionals: readonly string[], usage: string): string {
  const [file, ...more] = positionals;
  if (file === undefined || file === '' || more.length > 0) throw new UsageError(usage);
  return file;
}

/** @throws UsageError when there is a positional argument. */
export function noArguments(positionals: readonly string[], usage: string): void {
  if (positionals.length > 0) throw new UsageError(usage);
}

/** Node's error, without its advice on file names that begin with a dash. */
function flagError(error: unknown): string {
  return (error as Error).message.replace(/\. To specify .*$/s, '');
}
