import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { addDays, type Day, type Instant } from '../domain/calendar.js';
import { reportDueOn } from '../domain/promises.js';
import { type Report, reportSchema } from '../domain/report.js';
import { SeedRefused } from './read-seeds.js';

/** The email address of the demonstration's reviewer. No one can own it (RFC 2606). */
export const DEMO_REVIEWER = 'reviewer@holdspace.example';

/** The id of a therapist who has left: no record has this id. */
export const GONE = 'fictionalwhohasleft0';

const daysAgo = z.number().int().min(1).max(2000);
const demoReportsSchema = z.array(
  z
    .strictObject({
      ...reportSchema.pick({ therapistId: true, slug: true, reason: true, words: true, count: true }).shape,
      ...reportSchema.pick({ answer: true, outcome: true, note: true }).shape,
      daysAgo,
      resolvedDaysAgo: daysAgo.nullable(),
    })
    .refine(({ outcome, resolvedDaysAgo }) => (outcome === 'open') === (resolvedDaysAgo === null), {
      message: 'An open report has no resolvedDaysAgo, and every other report has one.',
    }),
);
export type DemoReport = z.infer<typeof demoReportsSchema>[number];

/**
 * Reads the fictional reports of a JSON file, which has ages instead of dates.
 * @throws SeedRefused when the file breaks its schema
 */
export async function readDemoReports(file: string): Promise<DemoReport[]> {
  const parsed = demoReportsSchema.safeParse(parseJson(await readFile(file, 'utf8'), file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SeedRefused(
    file,
    1,
    issue?.path.join('.') ?? '',
    issue?.message ?? 'This is not a list of reports.',
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SeedRefused(file, 1, 'the whole file', (error as Error).message);
  }
}

/** The reports as of `today`. The reporters' traces are gone, as they are the day after a real report. */
export function resolveReports(seeds: readonly DemoReport[], today: Day): Report[] {
  const made = new Map<string, number>();
  return seeds.map(({ daysAgo: age, resolvedDaysAgo, ...seed }) => {
    const fact = `${seed.therapistId}-${seed.reason}`;
    const number = made.get(fact) ?? 0;
    made.set(fact, number + 1);
    const at = momentOf(addDays(today, -age), 15);
    return {
      ...seed,
      id: `${fact}-${number}`,
      revision: 1,
      counted: [],
      saltDay: at.slice(0, 10),
      at,
      dueOn: reportDueOn(at),
      resolvedAt: resolvedDaysAgo === null ? null : momentOf(addDays(today, -resolvedDaysAgo), 17),
      resolvedBy: resolvedDaysAgo === null ? null : DEMO_REVIEWER,
    };
  });
}

export const momentOf = (day: Day, hour: number): Instant =>
  `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
