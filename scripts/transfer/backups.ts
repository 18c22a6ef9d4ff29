import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileRefused } from '../support/command.js';
import { type ExportTools, exportTo, type Written } from './export-to.js';

const NAME = /^holdspace-\d{4}-\d{2}-\d{2}T\d{4}\.ndjson\.gz$/;

export const backupFolder = (dataDir: string) => join(dataDir, 'backups');

/** Names of the backups in `dataDir`, newest first. Ignores other files. */
export async function backupsIn(dataDir: string): Promise<string[]> {
  const names = await readdir(backupFolder(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => NAME.test(name)).sort((a, b) => (a < b ? 1 : -1));
}

export interface Backup extends Written {
  file: string;
  /** Names of the deleted older backups. */
  removed: string[];
}

/** Writes a backup named for the minute, in UTC, and deletes all but the newest `keep`, including this one. */
export async function backup(dataDir: string, keep: number, tools: ExportTools): Promise<Backup> {
  const folder = backupFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new FileRefused(`The folder ${folder} cannot be created (${error.code}): check DATA_DIR.`);
  });
  const minute = tools.now.toISOString().slice(0, 16).replace(':', '');
  const name = `holdspace-${minute}.ndjson.gz`;
  const written = await exportTo(join(folder, name), tools);
  // Keeps the new backup even when the clock was set back.
  const others = (await backupsIn(dataDir)).filter((other) => other !== name);
  const removed = others.slice(keep - 1);
  for (const old of removed) await rm(join(folder, old));
  return { file: join(folder, name), ...written, removed };
}
