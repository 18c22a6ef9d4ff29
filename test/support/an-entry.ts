import { dayNumber } from '../../src/domain/calendar.js';
import type { IndexEntry } from '../../src/search/entry.js';
import type { TextField } from '../../src/search/search-index.js';
import { TODAY } from './therapist-builder.js';

type Wish = Partial<Omit<IndexEntry, 'text'>> & { text?: Partial<Record<TextField, string>> };

/** An entry that any search without words finds in New Jersey; say only what matters. */
export function anEntry(id: string, wish: Wish = {}): IndexEntry {
  const { text, ...rest } = wish;
  const name = wish.name ?? 'Ana Ruiz';
  return {
    id,
    slug: `slug-${id}`,
    revision: 1,
    name,
    text: { name, practice: '', about: '', ...text },
    permissions: [{ state: 'NJ', mode: 'telehealth', basis: 'license', type: 'LCSW' }],
    coverage: [],
    offices: [],
    scope: 'in-session',
    presence: [],
    place: [],
    program: [],
    focus: [],
    language: ['en'],
    accepting: true,
    ownTherapist: false,
    integration72h: false,
    hourlyFee: null,
    caseload: 0,
    evidence: 3,
    confirmedOn: dayNumber(TODAY) - 10,
    ...rest,
  };
}
