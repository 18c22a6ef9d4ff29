import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import { daysBetween } from '../../src/domain/calendar.js';
import { backupsIn } from '../transfer/backups.js';
import { type Finding, look, ok, reasonOf, wrong } from './finding.js';

const OLDEST_NODE = [20, 19] as const;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return isOld
    ? wrong(`Node ${version}`, `Install Node ${OLDEST_NODE.join('.')} or newer.`)
    : ok(`Node ${version}`);
}

/** No listing was ever dated before this program was written, and none is reckoned with after 2199. */
export function checkClock(now: Date): Finding {
  const year = now.getUTCFullYear();
  const what = `the clock shows ${now.toISOString()}`;
  return year >= 2026 && year < 2200
    ? ok(what)
    : wrong(what, 'Set the clock of this machine, and keep it set by NTP: days decide who is listed.');
}

/** Whether the folder can be written to, and how much room there is. */
export async function checkDataDir({ dataDir }: Config): Promise<Finding[]> {
  const probe = join(dataDir, `.doctor-${process.pid}`);
  const refusal = await mkdir(dataDir, { recursive: true })
    .then(() => writeFile(probe, 'x'))
    .then(() => rm(probe))
    .then(() => null, reasonOf);
  if (refusal !== null)
    return [
      wrong(
        `DATA_DIR ${dataDir} cannot be written to (${refusal})`,
        'Give this user the right to write there, or name another folder.',
      ),
    ];
  return [ok(`DATA_DIR ${dataDir} can be written to`), await checkRoom(dataDir)];
}

const MB = 1024 * 1024;

async function checkRoom(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = Math.floor((bavail * bsize) / MB);
  const what = `${free} MB are free there`;
  const advice = 'Make room: a full disk stops every write, and backups.';
  if (free < 100) return wrong(what, advice);
  return free < 1024 ? look(what, advice) : ok(what);
}

/** Files that hold secrets, and who may read them. */
export function checkSecrets({ dataDir, secretKey }: Config): Finding[] {
  const file = join(dataDir, 'secret.key');
  const key =
    secretKey !== null
      ? ok('SECRET_KEY is set')
      : existsSync(file)
        ? ok(`the secret key is kept in ${file}`)
        : ok(`a secret key will be made in ${file} at the first start`);
  return [key, ...[file, '.env'].filter(existsSync).map(checkPrivacy)];
}

function checkPrivacy(file: string): Finding {
  const mode = statSync(file).mode & 0o777;
  const what = `${file} has the permissions ${mode.toString(8).padStart(4, '0')}`;
  if (process.platform === 'win32') return ok(`${file} is there`);
  return (mode & 0o077) === 0 ? ok(what) : wrong(what, `It holds secrets: chmod 600 ${file}`);
}

/** Whether there is a backup, and not too old a one. It is no matter where nothing is at stake. */
export async function checkBackups({ dataDir, production }: Config, now: Date): Promise<Finding> {
  const [newest] = await backupsIn(dataDir);
  const advice = 'Run `npm run backup` every night, and copy the folder to another machine.';
  if (newest === undefined)
    return production ? look('there is no backup', advice) : ok('there is no backup yet');
  const what = `the newest backup is ${newest}`;
  const age = daysBetween(
    newest.slice('holdspace-'.length, 'holdspace-YYYY-MM-DD'.length),
    now.toISOString(),
  );
  return production && age > 2 ? look(what, advice) : ok(what);
}

/** Parts of exports that were killed, which nothing else takes away. */
export async function checkLeftOvers({ dataDir }: Config): Promise<Finding[]> {
  const names = await readdir(join(dataDir, 'backups')).catch(() => []);
  const parts = names.filter((name) => name.endsWith('.part'));
  if (parts.length === 0) return [];
  return [
    look(
      `${parts.length} parts of unfinished backups lie in ${dataDir}/backups`,
      'Delete them: rm .*.part there.',
    ),
  ];
}
