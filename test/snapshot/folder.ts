import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Seen } from '../support/visitor.js';
import { clean } from './clean.js';
import { plainHtml } from './plain-html.js';

/** The folder into which all that the product says is written. */
export interface Folder {
  write(name: string, text: string): void;
  /** An answer, under what was asked. */
  answer(name: string, seen: Seen, asked?: string): void;
  count(): number;
}

const HEADERS = ['content-type', 'cache-control', 'location', 'content-disposition', 'x-robots-tag', 'vary'];
const LONGEST_NAME = 140;

/** @throws Error when there is something in it already */
export function assertEmpty(root: string): void {
  if (existsSync(root) && readdirSync(root).length > 0) throw new Error(`${root} is not empty.`);
}

export function openFolder(root: string): Folder {
  const taken = new Map<string, number>();

  function fileFor(name: string): string {
    const safe = name.split('/').map(fileName).join('/');
    const before = taken.get(safe) ?? 0;
    taken.set(safe, before + 1);
    return join(root, `${safe}${before === 0 ? '' : `~${before + 1}`}.txt`);
  }

  function write(name: string, text: string): void {
    const file = fileFor(clean(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${clean(text).trimEnd()}\n`);
  }

  return {
    write,
    answer: (name, seen, asked = `GET ${seen.url}`) => write(name, answerText(seen, asked)),
    count: () => [...taken.values()].reduce((sum, one) => sum + one, 0),
  };
}

/** A part of a path, as every file system takes it. */
export function fileName(text: string): string {
  const safe = text.replace(/[^\w.=&+,@ -]+/g, '_');
  if (safe.length <= LONGEST_NAME) return safe;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${safe.slice(0, LONGEST_NAME)}-${hash}`;
}

/** The name of a file for an address of the site. */
export const nameOf = (path: string) => (path === '/' ? 'home' : path.slice(1).replaceAll('/', '_'));

function answerText({ status, headers, body, $ }: Seen, asked: string): string {
  const head = HEADERS.flatMap((name) => (headers.has(name) ? [`${name}: ${headers.get(name)}`] : []));
  return [asked, String(status), ...head, '', bodyText(headers.get('content-type') ?? '', body, $)].join(
    '\n',
  );
}

function bodyText(type: string, body: string, $: Seen['$']): string {
  if (type.startsWith('text/html')) return plainHtml($);
  if (/^application\/(\w+\+)?json/.test(type)) return JSON.stringify(JSON.parse(body), null, 2);
  return body;
}
