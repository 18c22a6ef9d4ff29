import type { Draft } from '../draft.js';
import type { Actor } from '../history.js';
import { sections } from '../profile.js';
import { fold } from '../text.js';
import { SCHEMA_VERSION, type Therapist } from '../therapist.js';
import { applyTransition } from './transition.js';

export interface NewApplication {
  id: string;
  /** A provisional one unless given. */
  slug?: string;
  email: string;
  now: Date;
  newId: () => string;
  /** A therapist starts their own application. Anyone else invites, which sends an email. */
  by: Actor;
  /** What is known already, for example from a spreadsheet. */
  draft?: Draft;
}

/** A new record: an application that was not sent yet. */
export function newApplication({ id, slug, email, now, newId, by, draft = {} }: NewApplication): Therapist {
  const at = now.toISOString();
  const invited = by.role !== 'therapist';
  const record: Therapist = {
    id,
    revision: 1,
    schemaVersion: SCHEMA_VERSION,
    slug: slug ?? provisionalSlug(id),
    email,
    status: 'draft',
    draftStatus: null,
    published: null,
    draft,
    draftRevision: 0,
    findings: [],
    evidence: [],
    supervisor: null,
    questions: [],
    waitingSince: null,
    claimedBy: null,
    approvedBy: null,
    history: [],
    queuedEmails: [],
    confirmKey: null,
    confirmedAt: null,
    changedAt: Object.fromEntries(sections.map((section) => [section, at])) as Therapist['changedAt'],
    indexedRevision: 0,
    nextDueAt: null,
    demo: false,
    createdAt: at,
    updatedAt: at,
  };
  const transition = {
    changes: {},
    event: { action: invited ? ('invite' as const) : ('begin' as const) },
    emails: invited ? [{ kind: 'invitation' as const }] : [],
  };
  return applyTransition(record, transition, { actor: by, now, newId });
}

const provisionalSlug = (id: string) => `draft-${id}`;

export const isProvisional = ({ id, slug }: Pick<Therapist, 'id' | 'slug'>) => slug === provisionalSlug(id);

/** Letters that are not a plain letter with an accent. */
const spelled: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** A readable slug from a name, the first free one: `ana-ruiz`, `ana-ruiz-2`… */
export function slugFor(name: string, taken: readonly string[]): string {
  const plain = fold(name)
    .replace(/[øæœßłđðþ]/g, (letter) => spelled[letter]!)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'therapist' : plain;
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}
