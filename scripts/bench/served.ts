import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Served {
  origin: string;
  startMs: number;
  stop(): Promise<void>;
}

/** Starts a server for the bench with additional settings. */
export async function serve(args: readonly string[], settings: Record<string, string> = {}): Promise<Served> {
  const child = fork(fileURLToPath(new URL('./serve.js', import.meta.url)), args, {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { port, startMs } = await firstLine(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    startMs,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

function firstLine(child: ChildProcess): Promise<{ port: number; startMs: number }> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server stopped at once (${code}).`)));
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line)));
  });
}
