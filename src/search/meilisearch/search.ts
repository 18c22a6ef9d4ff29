import type { Day } from '../../domain/calendar.js';
import { milesFrom } from '../joint.js';
import { explain } from '../reasons.js';
import {
  type Counts,
  PAGE_SIZE,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
} from '../search-index.js';
import { bestField } from '../text-field.js';
import type { Answered, Ask, Hit } from './ask.js';
import { readCounts, type Unsure } from './counts.js';
import { unpackFacts } from './facts.js';
import { countPart } from './parts.js';
import { planOf } from './plan.js';
import { askedWords } from './tokens.js';

/** Answers a search without `near`: one call; one more for a later page, and where choices overlap. */
export async function searchEverywhere(query: SearchQuery, today: Day, ask: Ask): Promise<SearchAnswer> {
  const plan = planOf(query, today, query.page === 1 || (await hasPage(query, today, ask)));
  const answers = await ask(plan.parts);
  const { counts, unsure } = readCounts(query, today, plan, answers);
  await countOneByOne(unsure, counts, today, ask);
  const { total, hits } = answers[0]!;
  return { total, hits: hits.map((hit) => toHit(hit, query)), counts };
}

/** A page far past the end costs the server as much as all pages before it: it is never asked for. */
async function hasPage(query: SearchQuery, today: Day, ask: Ask): Promise<boolean> {
  const [found] = await ask([countPart(query, today)]);
  return (query.page - 1) * PAGE_SIZE < found!.total;
}

async function countOneByOne(unsure: readonly Unsure[], counts: Counts, today: Day, ask: Ask) {
  if (unsure.length === 0) return;
  const answers: Answered[] = await ask(unsure.map(({ query }) => countPart(query, today)));
  unsure.forEach(({ group, choice }, at) => {
    const choices: Record<string, number> = counts[group];
    choices[choice] = answers[at]!.total;
  });
}

/** The totals of searches without `near`, in one call. */
export async function totalsEverywhere(
  queries: readonly SearchQuery[],
  today: Day,
  ask: Ask,
): Promise<number[]> {
  const answers = await ask(queries.map((query) => countPart(query, today)));
  return answers.map((answer) => answer.total);
}

/** A hit with its reasons. The text that comes back is the words as they were indexed. */
export function toHit(hit: Hit, query: SearchQuery): SearchHit {
  const { name, practice, about } = hit;
  const field = bestField({ name, practice, about }, askedWords(query.q));
  return {
    id: hit.id,
    slug: hit.slug,
    revision: hit.revision,
    ...explain(unpackFacts(hit.facts), query, milesFrom(query.near), field),
  };
}
