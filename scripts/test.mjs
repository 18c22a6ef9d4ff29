// Runs the files named on the command line, or the whole suite when none is named: `npm test`, `npm test -- test/config.test.ts`,
// `npm test -- test/features -g "signs in"`. Two processes share many files.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const JOBS = String(Math.min(2, availableParallelism()));
/** A few files are done before a second process would be ready. */
const MANY_FILES = 8;
/** Not part of the suite: the pages in a browser, and what `npm run test:slow` runs. */
const APART = ['dist/test/browser/', 'dist/test/slow/'];
/** What takes longest comes first, so that one process is not left with it at the end. */
const FIRST = ['dist/test/process.test.js', 'dist/test/scripts/', 'dist/test/engines/', 'dist/test/jobs/'];

/** Tries each random property many times over: see `test/support/runs.ts`. */
const MANY_RUNS = '--many-runs';

const args = process.argv.slice(2);
const thorough = args.includes(MANY_RUNS);
const env = { ...process.env, ...(thorough && { TEST_RUNS: 'many' }) };
const [files, given] = split(args.filter((argument) => argument !== MANY_RUNS).map(compiled));
const options = [...(thorough ? ['--timeout', '600000'] : []), ...given];
const run = files.length > 0 ? files.flatMap(testsAt) : wholeSuite();
const parallel = run.length >= MANY_FILES ? ['--parallel', '--jobs', JOBS] : [];
const mocha = ['node_modules/mocha/bin/mocha.js', ...parallel, ...run, ...options];
process.exit(spawnSync(process.execPath, mocha, { stdio: 'inherit', env }).status ?? 1);

/** `test/a.test.ts` is run as `dist/test/a.test.js`. */
function compiled(argument) {
  const path = argument.replace(/^\.\//, '');
  if (!/^(dist\/)?test\//.test(path)) return argument;
  return `${path.startsWith('dist/') ? '' : 'dist/'}${path}`.replace(/\.ts$/, '.js');
}

function split(args) {
  const isTest = (argument) => argument.startsWith('dist/test/');
  return [args.filter(isTest), args.filter((argument) => !isTest(argument))];
}

/** The tests in a folder, or the file itself. */
function testsAt(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => `${path.replace(/\/$/, '')}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.js'))
    .sort();
}

function wholeSuite() {
  const isIn = (starts) => (file) => starts.some((start) => file.startsWith(start));
  const suite = testsAt('dist/test').filter((file) => !isIn(APART)(file));
  return [
    ...FIRST.flatMap((start) => suite.filter(isIn([start]))),
    ...suite.filter((file) => !isIn(FIRST)(file)),
  ];
}
