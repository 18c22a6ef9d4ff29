import type { Day } from '../domain/calendar.js';
import { type Proportion, proportion } from '../domain/proportion.js';
import type { Sample } from '../domain/sample.js';
import { samples } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';

/** Months of samples that are told. */
const MONTHS = 12;
const MOST = 1000;

/** What a month's random sample has shown: of those checked, how many were right. */
export interface SampleFigures {
  month: string;
  drawn: number;
  checked: number;
  reached: Proportion;
  accepting: Proportion;
  insurance: Proportion;
  state: Proportion;
  /** Reached, and nothing on the listing was wrong. */
  right: Proportion;
}

/** Figures of the last months with calls, the newest first. */
export async function sampleFigures(store: Store, today: Day): Promise<SampleFigures[]> {
  const kept = store.records(samples);
  const found: SampleFigures[] = [];
  for (const month of lastMonths(today, MONTHS)) {
    const drawn = await kept.tagged(`month:${month}`, { limit: MOST });
    const checked = drawn.flatMap(({ result }) => result ?? []);
    if (checked.length > 0)
      found.push({ month, drawn: drawn.length, checked: checked.length, ...shares(checked) });
  }
  return found;
}

type Result = NonNullable<Sample['result']>;

function shares(checked: readonly Result[]) {
  const reached = checked.filter((result) => result.reached);
  const of = (field: 'accepting' | 'insurance' | 'state') => {
    const asked = reached.filter((result) => result[field] !== null);
    return proportion(asked.filter((result) => result[field]).length, asked.length);
  };
  const right = reached.filter(
    (result) => ![result.accepting, result.insurance, result.state].includes(false),
  );
  return {
    reached: proportion(reached.length, checked.length),
    accepting: of('accepting'),
    insurance: of('insurance'),
    state: of('state'),
    right: proportion(right.length, checked.length),
  };
}

/** This month and those before it, as `YYYY-MM`, the newest first. */
function lastMonths(today: Day, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + (month - 1) - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
