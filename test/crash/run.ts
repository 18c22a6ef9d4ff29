/**
 * `npm run test:crash [-- SEED]`: kills processes with SIGKILL while they write to the embedded store, and
 * checks that every acknowledged write is stored. Also kills the whole program at every step of a reviewer's
 * decision, on MongoDB too when MONGODB_URI names a server. The seed it prints determines the moments, but not
 * what the machine does between them.
 */
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { decidingAlone, decidingOnMongo, decidingWithServer } from './decision-lanes.js';
import { seededRandom } from './random.js';
import { killWhileUpgrading, killWhileWriting, type Outcome } from './rounds.js';

const ROUNDS = 20;
const UPGRADE_ROUNDS = 5;

const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const folder = await temporaryFolder({ onDisk: true });
console.log(`seed ${seed}`);

const upgrades = await report('upgrade', killWhileUpgrading(folder, UPGRADE_ROUNDS, random));
console.log(`kill while upgrading: ${summary(upgrades)}`);
const writes = await report('round', killWhileWriting(folder, ROUNDS, random));
console.log(`kill while writing:`);
console.log(summary(writes));

const { MONGODB_URI: mongo = '' } = process.env;
// In parallel: most of a round is waiting.
const decisions = await Promise.all([
  report('decision', decidingAlone(folder, random)),
  report('decision with a search server', decidingWithServer(folder, random)),
  ...(mongo === '' ? [] : [report('decision on MongoDB', decidingOnMongo(folder, mongo, random))]),
]);
console.log(`kill while deciding: ${decisions.map(summary).join('; ')}`);

const failed = [upgrades, writes, ...decisions].reduce((sum, tally) => sum + tally.failed, 0);
if (failed === 0) await removeFolder(folder);
else console.log(`The files are kept in ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;

interface Tally {
  passed: number;
  failed: number;
}

async function report(name: string, outcomes: AsyncIterable<Outcome>): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  for await (const { what, faults } of outcomes) {
    tally[faults.length === 0 ? 'passed' : 'failed']++;
    console.log(`${name} ${tally.passed + tally.failed}: ${what}`);
    for (const fault of faults.slice(0, 5)) console.log(`  FAULT ${fault}`);
  }
  return tally;
}

function summary({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
