// Compiles what has changed. When neither a source nor a compiled file differs from the last build, it does nothing; so `npm start`
// and a nightly backup do not wait for the compiler. In the image there are no sources, and nothing to build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** What the last build that succeeded was made of. */
const STAMP = 'dist/built-from';
/** What the compiler remembers of the last build, to check and write only what a change reaches. */
const COMPILER_STATE = 'dist/tsconfig.tsbuildinfo';

if (existsSync('src')) build();

function build() {
  const sources = filesIn(['src', 'scripts', 'test'], '.ts');
  const wanted = new Set(sources.flatMap((source) => outputsOf(source)));
  removeLeftovers(wanted);
  const complete = [...wanted].every((file) => existsSync(file));
  // The compiler does not notice that a compiled file is gone.
  if (!complete) rmSync(COMPILER_STATE, { force: true });
  const madeOf = fingerprint([...sources, 'tsconfig.json', 'package-lock.json']);
  if (complete && read(STAMP) === madeOf) return;
  rmSync(STAMP, { force: true });
  compile();
  writeFileSync(STAMP, madeOf);
}

/** A deleted or renamed source must not leave a compiled copy that is still run. */
function removeLeftovers(wanted) {
  for (const file of filesIn(['dist/src', 'dist/scripts', 'dist/test'], ''))
    if (!wanted.has(file)) rmSync(file);
}

function outputsOf(source) {
  const output = `dist/${source.replace(/\.ts$/, '.js')}`;
  return [output, `${output}.map`];
}

function compile() {
  try {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
      stdio: 'inherit',
    });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesIn(folders, ending) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/')),
    )
    .sort();
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
