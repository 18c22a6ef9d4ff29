import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** When it was first sent, so that names sort by time, and which letter it is. */
const NAME = /^\d{8}T\d{6}Z-(.+)\.eml$/;

/** The file of this letter: the one it has already, however long ago it was first sent, or a new one. */
export async function nameFor(folder: string, messageId: string, now: Date): Promise<string> {
  const names = await emailsIn(folder);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return names.find((name) => NAME.exec(name)?.[1] === messageId) ?? `${stamp}-${messageId}.eml`;
}

/** Writes beside it and renames: a reader, or the next start after a crash, finds the whole letter or none. */
export async function writeWhole(folder: string, name: string, message: string): Promise<void> {
  // Without the moment, so that the next try takes the place of one that was cut short.
  const part = join(folder, `.${NAME.exec(name)?.[1]}.part`);
  const file = await open(part, 'w', 0o600);
  await file
    .writeFile(message)
    .then(() => file.sync())
    .finally(() => file.close());
  await rename(part, join(folder, name));
  await syncFolder(folder);
}

/** Without this the new name itself may be lost. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Takes away the oldest, but never the one just written, though a clock that was set back may date it before all others. */
export async function keepNewest(folder: string, keep: number, justWritten: string): Promise<void> {
  const others = (await emailsIn(folder)).filter((name) => name !== justWritten).sort();
  const tooMany = others.slice(0, Math.max(0, others.length - (keep - 1)));
  await Promise.all(tooMany.map((name) => rm(join(folder, name), { force: true })));
}

/** Makes the folder where it is missing, and tries whether a file can be made in it. */
export async function mayWrite(folder: string): Promise<void> {
  await makeFolder(folder);
  const probe = join(folder, `.probe-${process.pid}`);
  await (await open(probe, 'w', 0o600)).close();
  await rm(probe, { force: true });
}

async function emailsIn(folder: string): Promise<string[]> {
  await makeFolder(folder);
  return (await readdir(folder)).filter((name) => NAME.test(name));
}

/** The letters hold links that sign in: they are nobody else's. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
