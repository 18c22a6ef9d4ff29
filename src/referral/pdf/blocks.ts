import type { AwayShown, EntryShown, PersonShown } from '../pages/people.js';
import type { SheetShown } from '../pages/sheet.js';

/** A part of the file that is measured, placed and tagged as one. */
export type Piece =
  | { kind: 'title' | 'heading' | 'text' | 'strong' | 'small'; text: string }
  /** Who it is, and what they are. Two texts: a name may run from right to left. */
  | { kind: 'person'; name: string; rest: string }
  /** A label in a column of its own, and what it says. */
  | { kind: 'row'; label: string; text: string }
  | { kind: 'item'; number: number; text: string }
  /** Each begins on a new line only when it has no room on the last. */
  | { kind: 'ways'; ways: readonly { label: string; words: string; href: string }[] }
  /** A line to write on. */
  | { kind: 'rule'; label: string };

/** Pieces that stay on one page where they fit on one. */
export interface Block {
  pieces: readonly Piece[];
  /** Whether a line is drawn above. */
  ruled: boolean;
}

/** What the file says beside the code: who refers, for what. */
export function headBlock(sheet: SheetShown): Block {
  const demo: Piece[] = sheet.demo
    ? [
        {
          kind: 'strong',
          text: 'Demonstration: the therapists on this sheet are fictional. Do not call them.',
        },
      ]
    : [];
  return {
    ruled: false,
    pieces: [
      { kind: 'title', text: sheet.heading },
      { kind: 'strong', text: sheet.need },
      { kind: 'text', text: `From ${[sheet.practice, ...sheet.reach].join(' · ')}` },
      {
        kind: 'small',
        text: `Made ${sheet.made}, looked up again ${sheet.today}, to be read until ${sheet.until}.`,
      },
      ...demo,
      { kind: 'rule', label: 'Patient, by hand' },
    ],
  };
}

/** Everything below the head. */
export function bodyBlocks(sheet: SheetShown, origin: string): Block[] {
  return [
    ...sheet.people.map((entry) => ({ ruled: true, pieces: entryPieces(entry, origin) })),
    {
      ruled: true,
      pieces: [
        { kind: 'heading', text: 'What to ask on the first call' },
        ...sheet.asks.map((text, at): Piece => ({ kind: 'item', number: at + 1, text })),
      ],
    },
    {
      ruled: true,
      pieces: [
        { kind: 'heading', text: 'Between therapist and prescriber' },
        { kind: 'text', text: `${sheet.contact} The patient’s consent is noted on paper.` },
        {
          kind: 'small',
          text: 'Verified means that we saw proof; self-reported is the therapist’s own word. Compounded ketamine for depression, anxiety, PTSD or chronic pain is not approved by the FDA. In a crisis call or text 988, in danger 911.',
        },
      ],
    },
  ];
}

function entryPieces({ person, away }: EntryShown, origin: string): Piece[] {
  return [
    ...(person === null ? [] : personPieces(person, origin)),
    ...(away === null ? [] : awayPieces(away, origin)),
  ];
}

function awayPieces({ words, substitute, search }: AwayShown, origin: string): Piece[] {
  const href = origin + search;
  if (substitute === null)
    return [
      { kind: 'strong', text: `${words} Nobody else in the directory matches today.` },
      { kind: 'ways', ways: [{ label: 'Search again:', words: href, href }] },
    ];
  const { distance } = substitute;
  const match = `The nearest current match${distance === '' ? '' : ` (${distance})`}:`;
  return [{ kind: 'strong', text: `${words} ${match}` }, ...personPieces(substitute, origin)];
}

function personPieces(person: PersonShown, origin: string): Piece[] {
  const href = origin + person.profile;
  const late = person.overdue ? ': overdue' : '';
  return [
    { kind: 'person', name: person.name, rest: `${person.credentials} · ${person.discipline}` },
    { kind: 'ways', ways: person.contact },
    { kind: 'text', text: `${person.room} · ${person.where}` },
    ...person.matches.map((text): Piece => ({ kind: 'text', text: `– ${text}` })),
    ...person.answers.map(
      ({ title, proof, verified, says }): Piece => ({
        kind: 'row',
        label: title,
        text: `${verified ? '✓ ' : ''}${proof}: ${says}`,
      }),
    ),
    { kind: 'ways', ways: [{ label: `${person.confirmed}${late}. In full:`, words: href, href }] },
  ];
}
