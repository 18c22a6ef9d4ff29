import { type Environment, readConfig, wrongSettings } from '../../src/config.js';
import { type Finding, look, ok, wrong } from './finding.js';
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

export interface Patient {
  environment: Environment;
  nodeVersion: string;
  now: Date;
  openStore: Open;
  openMail: OpenMail;
}

/** Looks at everything a start depends on, and at what people come to regret. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { environment, nodeVersion, now, openStore, openMail } = patient;
  const first = [checkNode(nodeVersion), checkClock(now)];
  const mistakes = wrongSettings(environment);
  if (mistakes.length > 0)
    return [
      ...first,
      ...mistakes.map((line) =>
        wrong(line, 'Mend it in the environment or in .env; .env.example explains each.'),
      ),
      look('nothing else was looked at', 'Run this again when the settings are right.'),
    ];
  const config = readConfig(environment);
  const dataDir = await checkDataDir(config);
  const rest = [
    ok(`the settings are right; NODE_ENV is ${config.production ? 'production' : 'not production'}`),
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
