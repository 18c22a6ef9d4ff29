import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What was typed cannot be followed. The message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `npm run seed -- [--count N] [--seed TEXT] [--clear] [--yes-in-production]
  (nothing)            load the fictional therapists of seed/therapists.jsonl, or bring their dates up to today
  --count N            add N generated ones, 1 to 1,000,000; a second run adds N others
  --seed TEXT          what they are generated from: the same text gives the same people
  --clear              remove every fictional record, and nothing else; with --count, before adding
  --yes-in-production  needed to add fictional people where NODE_ENV is production`;

export interface SeedArguments {
  /** `null` when none are to be generated. */
  count: number | null;
  seed: string;
  clear: boolean;
  yesInProduction: boolean;
}

const countSchema = z.coerce.number().int().min(1).max(1_000_000);

/** Reads what follows `npm run seed --`. @throws UsageError */
export function readArguments(argv: readonly string[]): SeedArguments {
  const { values } = parse(argv);
  const count = values.count === undefined ? null : countSchema.safeParse(values.count);
  if (count && !count.success) throw new UsageError('--count wants a whole number from 1 to 1,000,000.');
  if (values.seed === '') throw new UsageError('--seed wants some text.');
  return {
    count: count?.data ?? null,
    seed: values.seed ?? 'holdspace',
    clear: values.clear ?? false,
    yesInProduction: values['yes-in-production'] ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        count: { type: 'string' },
        seed: { type: 'string' },
        clear: { type: 'boolean' },
        'yes-in-production': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
