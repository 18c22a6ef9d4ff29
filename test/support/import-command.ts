import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const COMMAND = resolve('dist/scripts/import-csv.js');

/** The map that comes with the program, for the sheets of `peopleSheet`. */
export const MAP = resolve('seed/import-map.example.json');

interface ImportWish {
  args: readonly string[];
  /** Beside DATA_DIR, which is the folder. */
  settings?: Record<string, string>;
  /** Called when it first writes to the standard error. */
  onErr?: (child: ChildProcess) => void;
}

/** Runs `import:csv` in a process of its own, in `folder` and on the store in it. */
export async function runImport(folder: string, { args, settings = {}, onErr }: ImportWish) {
  const env = { PATH: process.env.PATH, DATA_DIR: folder, ...settings };
  const child = spawn(process.execPath, [COMMAND, ...args], { env, cwd: folder });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (err === '') onErr?.(child);
    err += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}
