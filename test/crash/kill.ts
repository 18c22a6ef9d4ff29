import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script of this folder, passes on each line it prints, and kills it `afterMs` after its first line.
 * Resolves when it is dead and every line has been read. A script that exits before the kill must exit with 0.
 */
export async function runAndKill(
  script: string,
  args: readonly string[],
  afterMs: number,
  onLine: (line: string) => void,
): Promise<void> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  readWholeLines(child.stdout, onLine);
  await Promise.race([once(child.stdout, 'data'), closed]);
  await Promise.race([sleep(afterMs), closed]);
  child.kill('SIGKILL');
  const [code] = await closed;
  assertKilledOrWell(child, code as number | null);
}

/** Ignores a line that the kill cut off: the write it announces had not begun. */
function readWholeLines(stream: Readable, onLine: (line: string) => void): void {
  let unfinished = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    lines.forEach(onLine);
  });
}

function assertKilledOrWell(child: ChildProcess, code: number | null): void {
  if (child.signalCode !== 'SIGKILL' && code !== 0)
    throw new Error(`The process had already exited with ${code ?? child.signalCode}.`);
}
