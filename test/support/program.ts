import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The real program in a process of its own. */
export interface Program {
  child: ChildProcess;
  /** Everything it wrote so far. */
  out(): string;
  err(): string;
  /** The address it printed; rejects when it ends before it is ready. */
  ready: Promise<string>;
  /** Its exit code, once it has ended; `null` when a signal ended it. */
  ended: Promise<number | null>;
}

const MAIN = resolve('dist/src/main.js');

/** Starts it with these settings and none of the test's own; in `folder`, so that no `.env` of the checkout is read. */
export function startProgram(folder: string, settings: Record<string, string> = {}): Program {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, ...settings };
  const child = spawn(process.execPath, [MAIN], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<string>((found, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const address = /^Holdspace is ready: (\S+)$/m.exec(out)?.[1];
      if (address !== undefined) found(address);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    void ended.then((code) => reject(new Error(`ended with ${code} before it was ready: ${err}`)));
  });
  // Most tests that expect it to end do not look at `ready`.
  ready.catch(() => undefined);
  return { child, out: () => out, err: () => err, ready, ended };
}
