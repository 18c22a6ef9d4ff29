import type { Reviewer } from '../../src/domain/account.js';
import { endSessions } from '../../src/storage/end-sessions.js';
import { reviewers } from '../../src/storage/kinds.js';
import { Conflict, type Store } from '../../src/storage/store.js';
import type { ReviewerCommand } from './arguments.js';

interface ReviewerOptions {
  command: ReviewerCommand;
  store: Store;
  now: Date;
}

/** The lines to print and the exit code: 1 when there was nothing to remove. */
export interface Outcome {
  lines: string[];
  code: 0 | 1;
}

const PAGE = 1000;

export async function runReviewer({ command, store, now }: ReviewerOptions): Promise<Outcome> {
  if (command.action === 'list') return list(store);
  return command.action === 'add' ? add(store, command.email, now) : remove(store, command.email);
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
  if (added === null) return { lines: [`${email} is already a reviewer.`], code: 0 };
  return { lines: [`Added the reviewer ${email}, who signs in at /sign-in.`], code: 0 };
}

async function remove(store: Store, email: string): Promise<Outcome> {
  const removed = await store.records(reviewers).remove(email);
  await endSessions(store, email);
  if (!removed) return { lines: [`${email} is not a reviewer: nothing to remove.`], code: 1 };
  return { lines: [`Removed the reviewer ${email} and ended their sessions.`], code: 0 };
}

async function list(store: Store): Promise<Outcome> {
  const lines: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Reviewer[] = await store.records(reviewers).page(after, PAGE);
    lines.push(...page.map(({ id, createdAt }) => `${id}  since ${createdAt.slice(0, 10)}`));
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? null;
  }
  const none = 'There are no reviewers yet: npm run reviewer -- add EMAIL';
  return { lines: lines.length === 0 ? [none] : lines, code: 0 };
}
