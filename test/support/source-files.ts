import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface SourceFile {
  /** From the top of the checkout, e.g. `src/web/app.ts`. */
  path: string;
  /** Without comments. */
  code: string;
  /** What it imports: files from the top of the checkout (`.ts`), packages by their name. */
  imports: string[];
}

/** Every TypeScript file in a folder of the checkout. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .map((path) => sourceFile(path, readFileSync(path, 'utf8')));
}

export function sourceFile(path: string, source: string): SourceFile {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  const named = code.matchAll(/(?:\bfrom|\bimport|\brequire|\bnew URL)\s*\(?\s*(['"`])([^'"`\s]+)\1/g);
  return { path, code, imports: [...new Set([...named].map(([, , name]) => resolved(path, name!)))] };
}

function resolved(from: string, name: string): string {
  if (name.startsWith('.')) return posix.join(posix.dirname(from), name).replace(/\.js$/, '.ts');
  return name.startsWith('node:')
    ? 'node'
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');
}

/** The first circle of files that import each other, or `null`. */
export function circle(files: readonly SourceFile[]): string[] | null {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const walk = (path: string, above: readonly string[]): string[] | null => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of byPath.get(path)?.imports ?? []) {
      const found = walk(next, [...above, path]);
      if (found !== null) return found;
    }
    done.add(path);
    return null;
  };
  for (const { path } of files) {
    const found = walk(path, []);
    if (found !== null) return found;
  }
  return null;
}
