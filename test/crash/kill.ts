import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script of this folder, hands on each line it says, and kills it `afterMs` after its first line. Resolves when it is dead
 * and every line it said has been read. A script that ends by itself before that has ended well, or it is an error.
 */
export async function runAndKill(
  script: string,
  args: readonly string[],
  afterMs: number,
  hear: (line: string) => void,
): Promise<void> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  hearWholeLines(child.stdout, hear);
  await Promise.race([once(child.stdout, 'data'), closed]);
  await Promise.race([sleep(afterMs), closed]);
  child.kill('SIGKILL');
  const [code] = await closed;
  assertKilledOrWell(child, code as number | null);
}

/** A line that the kill cut off in the middle is not heard: what it would have said had not begun. */
function hearWholeLines(stream: Readable, hear: (line: string) => void): void {
  let unfinished = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    lines.forEach(hear);
  });
}

function assertKilledOrWell(child: ChildProcess, code: number | null): void {
  if (child.signalCode !== 'SIGKILL' && code !== 0)
    throw new Error(`The process to be killed had ended with ${code ?? child.signalCode}.`);
}
