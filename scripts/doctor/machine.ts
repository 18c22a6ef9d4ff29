import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import { daysBetween } from '../../src/domain/calendar.js';
import { backupsIn } from '../transfer/backups.js';
import { type Finding, ok, reasonOf, warn, wrong } from './finding.js';

const OLDEST_NODE = [20, 19] as const;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return isOld
    ? wrong(`Node ${version}`, `Install Node ${OLDEST_NODE.join('.')} or newer.`)
    : ok(`Node ${version}`);
}

/** Plausible years only: the program did not exist before 2026. */
export function checkClock(now: Date): Finding {
  const year = now.getUTCFullYear();
  const what = `the clock shows ${now.toISOString()}`;
  return year >= 2026 && year < 2200
    ? ok(what)
    : wrong(what, 'Set the clock of this machine and keep it in sync by NTP: dates decide who is listed.');
}

/** Whether the folder is writable, and how much space is free. */
export async function checkDataDir({ dataDir }: Config): Promise<Finding[]> {
  const probe = join(dataDir, `.doctor-${process.pid}`);
  const refusal = await mkdir(dataDir, { recursive: true })
    .then(() => writeFile(probe, 'x'))
    .then(() => rm(probe))
    .then(() => null, reasonOf);
  if (refusal !== null)
    return [
      wrong(
        `DATA_DIR ${dataDir} is not writable (${refusal})`,
        'Give this user write permission there, or set another folder.',
      ),
    ];
  return [ok(`DATA_DIR ${dataDir} is writable`), await checkFreeSpace(dataDir)];
}

const MB = 1024 * 1024;

async function checkFreeSpace(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = Math.floor((bavail * bsize) / MB);
  const what = `DATA_DIR has ${free} MB of free space`;
  const advice = 'Free some space: a full disk stops all writes and backups.';
  if (free < 100) return wrong(what, advice);
  return free < 1024 ? warn(what, advice) : ok(what);
}

/** Files with secrets, and their permissions. */
export function checkSecrets({ dataDir, secretKey }: Config): Finding[] {
  const file = join(dataDir, 'secret.key');
  const key =
    secretKey !== null
      ? ok('SECRET_KEY is set')
      : existsSync(file)
        ? ok(`the secret key is in ${file}`)
        : ok(`the first start will create a secret key in ${file}`);
  return [key, ...[file, '.env'].filter(existsSync).map(checkPrivacy)];
}

function checkPrivacy(file: string): Finding {
  const mode = statSync(file).mode & 0o777;
  const what = `${file} has the permissions ${mode.toString(8).padStart(4, '0')}`;
  if (process.platform === 'win32') return ok(`${file} exists`);
  return (mode & 0o077) === 0 ? ok(what) : wrong(what, `The file contains secrets: run chmod 600 ${file}`);
}

/** Whether there is a recent backup. Outside production a missing one is fine. */
export async function checkBackups({ dataDir, production }: Config, now: Date): Promise<Finding> {
  const [newest] = await backupsIn(dataDir);
  const advice = 'Run `npm run backup` every night, and copy the folder to another machine.';
  if (newest === undefined)
    return production ? warn('there is no backup', advice) : ok('there is no backup yet');
  const what = `the newest backup is ${newest}`;
  const age = daysBetween(
    newest.slice('holdspace-'.length, 'holdspace-YYYY-MM-DD'.length),
    now.toISOString(),
  );
  return production && age > 2 ? warn(what, advice) : ok(what);
}

/** Partial files of killed exports, which nothing else deletes. */
export async function checkLeftOvers({ dataDir }: Config): Promise<Finding[]> {
  const names = await readdir(join(dataDir, 'backups')).catch(() => []);
  const parts = names.filter((name) => name.endsWith('.part'));
  if (parts.length === 0) return [];
  return [
    warn(
      `${dataDir}/backups has ${parts.length} partial files of unfinished backups`,
      'Delete them: run rm .*.part in that folder.',
    ),
  ];
}
