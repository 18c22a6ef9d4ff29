import type { Draft } from '../draft.js';
import type { Actor } from '../history.js';
import { sections } from '../profile.js';
import { SCHEMA_VERSION, type Therapist } from '../therapist.js';

export interface Beginning {
  id: string;
  slug?: string;
  email: string;
  now: Date;
  newId: () => string;
  by: Actor;
  draft?: Draft;
}

/** A new record: an application with nothing sent yet. */
export function begin({ id, slug, email, now, newId, by, draft = {} }: Beginning): Therapist {
  const at = now.toISOString();
  return {
    id,
    revision: 1,
    schemaVersion: SCHEMA_VERSION,
    slug: slug ?? `draft-${id}`,
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
    history: [
      {
        id: newId(),
        at,
        by: { ...by, email: null },
        action: 'begin',
        reason: null,
        words: null,
        fields: [],
        asked: [],
        frozen: null,
      },
    ],
    letters: [],
    confirmKey: null,
    confirmedAt: null,
    changedAt: Object.fromEntries(sections.map((section) => [section, at])) as Therapist['changedAt'],
    indexedRevision: 0,
    nextDueAt: null,
    demo: false,
    createdAt: at,
    updatedAt: at,
  };
}
