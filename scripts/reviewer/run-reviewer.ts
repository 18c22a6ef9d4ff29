import type { Reviewer } from '../../src/domain/account.js';
import { endSessions } from '../../src/storage/end-sessions.js';
import { reviewers } from '../../src/storage/kinds.js';
import { Conflict, type Store } from '../../src/storage/store.js';
import type { ReviewerWish } from './arguments.js';

interface Parts {
  wish: ReviewerWish;
  store: Store;
  now: Date;
}

/** What to print, and with which code to end: 1 when nothing was there to be done it to. */
export interface Outcome {
  lines: string[];
  code: 0 | 1;
}

const PAGE = 1000;

export async function runReviewer({ wish, store, now }: Parts): Promise<Outcome> {
  if (wish.action === 'list') return list(store);
  return wish.action === 'add' ? add(store, wish.email, now) : remove(store, wish.email);
}

async function add(store: Store, email: string, now: Date): Promise<Outcome> {
  const reviewer: Reviewer = { id: email, revision: 1, createdAt: now.toISOString() };
  const added = await store
    .records(reviewers)
    .insert(reviewer)
    .catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
      return null;
    });
  if (added === null) return { lines: [`${email} is a reviewer already.`], code: 0 };
  return { lines: [`${email} may vet now, and signs in at /sign-in.`], code: 0 };
}

async function remove(store: Store, email: string): Promise<Outcome> {
  const was = await store.records(reviewers).remove(email);
  await endSessions(store, email);
  if (!was) return { lines: [`${email} is no reviewer: there is nothing to remove.`], code: 1 };
  return { lines: [`${email} may not vet any more, and is signed out everywhere.`], code: 0 };
}

async function list(store: Store): Promise<Outcome> {
  const lines: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Reviewer[] = await store.records(reviewers).page(after, PAGE);
    lines.push(...page.map(({ id, createdAt }) => `${id}  since ${createdAt.slice(0, 10)}`));
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? null;
  }
  const none = 'Nobody may vet yet: npm run reviewer -- add EMAIL';
  return { lines: lines.length === 0 ? [none] : lines, code: 0 };
}
