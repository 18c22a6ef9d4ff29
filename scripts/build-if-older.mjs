// Builds when there is no build or a source is newer. A nightly backup beside a running server must not
// rebuild; the image has no sources and needs no build.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const sources = ['src', 'scripts']
  .map(path)
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((name) => name.endsWith('.ts'));

const built = changed(path('dist/src/main.js'));
if (sources.some((source) => changed(source) > built))
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: path('.'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
