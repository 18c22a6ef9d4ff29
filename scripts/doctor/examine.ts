import { type Environment, readConfig, wrongSettings } from '../../src/config.js';
import { type Finding, ok, warn, wrong } from './finding.js';
import {
  checkBackups,
  checkClock,
  checkDataDir,
  checkLeftOvers,
  checkNode,
  checkSecrets,
} from './machine.js';
import { checkMail, type OpenMail } from './mail.js';
import { checkMeilisearch } from './meilisearch.js';
import { checkMongo } from './mongo.js';
import { checkStore, type Open } from './store.js';
import { checkWeb } from './web.js';

export interface SetUp {
  environment: Environment;
  nodeVersion: string;
  now: Date;
  openStore: Open;
  openMail: OpenMail;
}

/** Checks everything that a start depends on, and common omissions. */
export async function examine(setUp: SetUp): Promise<Finding[]> {
  const { environment, nodeVersion, now, openStore, openMail } = setUp;
  const first = [checkNode(nodeVersion), checkClock(now)];
  const errors = wrongSettings(environment);
  if (errors.length > 0)
    return [
      ...first,
      ...errors.map((line) =>
        wrong(line, 'Correct it in the environment or in .env; .env.example explains each setting.'),
      ),
      warn('the other checks were skipped', 'Run the doctor again when the settings are right.'),
    ];
  const config = readConfig(environment);
  const dataDir = await checkDataDir(config);
  const rest = [
    ok(`the settings are valid; NODE_ENV is ${config.production ? 'production' : 'not production'}`),
    ...dataDir,
    ...checkSecrets(config),
    ...(await checkStore(config, openStore)),
    ...(await checkMongo(config)),
    ...(await checkMeilisearch(config)),
    ...(await checkMail(config, openMail)),
    ...checkWeb(config),
  ];
  if (dataDir.some(({ state }) => state === 'wrong')) return [...first, ...rest];
  return [...first, ...rest, await checkBackups(config, now), ...(await checkLeftOvers(config))];
}
