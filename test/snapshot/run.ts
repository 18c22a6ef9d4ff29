import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { apiAnswers } from './api-answers.js';
import { letterWords } from './email-words.js';
import { errorPages } from './errors.js';
import { assertEmpty, type Folder, openFolder } from './folder.js';
import { later } from './later.js';
import { practiceButtons, practiceForms, practicePages } from './practice-pages.js';
import { publicPages } from './public-pages.js';
import { referrals } from './referrals.js';
import { reviewFlows } from './review-flows.js';
import { deskPages, reviewForms, reviewPages } from './review-pages.js';

/*
 * Writes every page, e-mail, referral sheet and API answer of the demonstration, on one fixed day, into a folder: `npm run snapshot --
 * FOLDER`. Folders of two checkouts are compared by `diff -r`. Each part is a process of its own, two at a time.
 */

const parts: Record<string, (folder: Folder) => Promise<void>> = {
  ...{ practiceButtons, practiceForms, publicPages, reviewFlows, reviewForms, practicePages, reviewPages },
  ...{ apiAnswers, referrals, later, deskPages, errorPages, letterWords },
};
const AT_ONCE = 2;

async function takePart(root: string, name: string): Promise<void> {
  const begun = performance.now();
  const folder = openFolder(root);
  await parts[name]!(folder);
  console.log(`${name}: ${folder.count()} files, ${Math.round(performance.now() - begun)} ms`);
}

/** @throws Error when a part fails */
async function takeAll(root: string): Promise<void> {
  assertEmpty(root);
  const waiting = Object.keys(parts);
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await spawnPart(root, name);
  });
  await Promise.all(workers);
}

async function spawnPart(root: string, name: string): Promise<void> {
  const own = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, ['--enable-source-maps', own, root, name], { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The part ${name} failed.`);
}

const [root, name] = process.argv.slice(2);
if (root === undefined) throw new Error('Say into which folder: npm run snapshot -- FOLDER');
await (name === undefined ? takeAll(root) : takePart(root, name));
process.exit(0);
