/**
 * `npm run test:faults`: runs two real processes on one store and one search server, under steady load and with
 * a third process that writes, while the search server is stopped, slowed and emptied, and the store cut off.
 * Then checks that no page failed, no acknowledged write was lost, and every index matches the store.
 * MONGODB_URI and MEILI_HOST (with its keys) may name real servers; only a database and an index of our own are
 * used on them.
 */
import { drawQueries, type Kind, kinds } from '../../scripts/bench/bench-queries.js';
import { generateTherapists } from '../../scripts/seed/generate.js';
import { seedResolver } from '../../src/demo/resolve-seed.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { searchParams } from '../../src/search/query.js';
import type { SearchQuery } from '../../src/search/search-index.js';
import { openStoreAt } from '../support/open-store-at.js';
import { type Program, startProgram } from '../support/program.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { contentsAt } from './examine.js';
import { startLoad, type Tally } from './load.js';
import { createReport } from './report.js';
import { allWell, compareIndexes, type Scene, troubleSearch, troubleStore } from './rounds.js';
import { openSearchServer } from './search-server.js';
import { openStoreServer } from './store-server.js';
import { startWriter } from './writer.js';

const PROFILES = 300;
const QUERIES_OF_A_KIND = 60;
const COMPARED_OF_A_KIND = 5;

const folder = await temporaryFolder({ onDisk: true });
const store = await openStoreServer(folder);
const search = await openSearchServer();
const report = createReport((line) => console.log(line));
const programs: Program[] = [];
try {
  console.log(`Two processes on ${store.what} and ${search.what}`);
  await fill(store.directAddress);
  const { entries } = await contentsAt(store.directAddress);
  const scene: Scene = { origins: [await startOne(), await startOne()], search, store, report };
  await allWell(scene, 'at the start');
  await underLoad(scene, entries);
} finally {
  for (const { child } of programs) child.kill('SIGTERM');
  const codes = await Promise.all(programs.map(({ ended }) => ended));
  report.check(
    'both processes exit with 0',
    codes.every((code) => code === 0) ? [] : [`exit codes ${codes.join()}`],
  );
  await search.close();
  await store.close();
  await removeFolder(folder);
}
if (report.failed > 0) for (const { out, err } of programs) console.log(`A process wrote:\n${out()}${err()}`);
console.log(`${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;

async function startOne(): Promise<string> {
  const settings = { ...store.settings, ...search.settings, DEMO: '0', RATE_LIMIT: 'off', LOG_LEVEL: 'warn' };
  const program = startProgram(folder, settings);
  programs.push(program);
  return await program.ready;
}

async function underLoad(scene: Scene, entries: readonly IndexEntry[]): Promise<void> {
  const paths = queriesFor(entries, QUERIES_OF_A_KIND).map((query) => `/therapists?${searchParams(query)}`);
  const load = startLoad(
    scene.origins,
    paths,
    entries.map(({ slug }) => slug),
  );
  const writer = await startWriter(store.address);
  await troubleSearch(scene);
  await troubleStore(scene);
  await writer.stop();
  await load.stop();
  report.check(figures('search pages', load.searches), load.searches.faults);
  report.check(figures('profile pages', load.profiles), load.profiles.faults);
  const contents = await contentsAt(store.directAddress);
  const lost = writer.lostIn(contents.records);
  report.check(`${writer.acknowledged} writes acknowledged, ${lost.length} lost`, lost);
  await compareIndexes(scene, contents, queriesFor(contents.entries, COMPARED_OF_A_KIND));
}

function figures(what: string, { asked, failed, slowestMs }: Tally): string {
  return `${asked} ${what}, ${failed} failed, the slowest after ${slowestMs.toFixed(0)} ms`;
}

function queriesFor(entries: readonly IndexEntry[], count: number): SearchQuery[] {
  return (Object.keys(kinds) as Kind[]).flatMap((kind) => drawQueries(kind, entries, count));
}

async function fill(address: string): Promise<void> {
  const { therapists, close } = await openStoreAt(address);
  const made = [...generateTherapists({ count: PROFILES, seed: 'faults' })].map(seedResolver(new Date()));
  // Only listed therapists, so that every requested profile exists all the time.
  await therapists.insertMany(made.filter(({ status }) => status === 'listed'));
  await close();
}
