import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The time of the first try, so that names sort by time, and the message id. */
const NAME = /^\d{8}T\d{6}Z-(.+)\.eml$/;

/** The file name of this email: the existing file of an earlier try, or a new one. */
export async function fileNameFor(folder: string, messageId: string, now: Date): Promise<string> {
  const names = await emailsIn(folder);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return names.find((name) => NAME.exec(name)?.[1] === messageId) ?? `${stamp}-${messageId}.eml`;
}

/**
 * Writes a temporary file and renames it, so that a reader, or the next start after a crash, finds the whole
 * email or none.
 */
export async function writeAtomically(folder: string, name: string, message: string): Promise<void> {
  // Named without the time, so that the next try replaces an interrupted one.
  const part = join(folder, `.${NAME.exec(name)?.[1]}.part`);
  const file = await open(part, 'w', 0o600);
  await file
    .writeFile(message)
    .then(() => file.sync())
    .finally(() => file.close());
  await rename(part, join(folder, name));
  await syncFolder(folder);
}

/** Without this the rename itself may be lost. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and keeps renames without this.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * Deletes the oldest files, but never the one just written, even when a clock that was set back dates it first.
 */
export async function keepNewest(folder: string, keep: number, justWritten: string): Promise<void> {
  const others = (await emailsIn(folder)).filter((name) => name !== justWritten).sort();
  const tooMany = others.slice(0, Math.max(0, others.length - (keep - 1)));
  await Promise.all(tooMany.map((name) => rm(join(folder, name), { force: true })));
}

/** Creates the folder when missing, and checks that a file can be created in it. */
export async function checkWritable(folder: string): Promise<void> {
  await createFolder(folder);
  const probe = join(folder, `.probe-${process.pid}`);
  await (await open(probe, 'w', 0o600)).close();
  await rm(probe, { force: true });
}

async function emailsIn(folder: string): Promise<string[]> {
  await createFolder(folder);
  return (await readdir(folder)).filter((name) => NAME.test(name));
}

/** Only the owner may read the folder: the emails contain links that sign in. */
async function createFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
