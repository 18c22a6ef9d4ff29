import type { Clock } from '../domain/calendar.js';
import { findingAbout } from '../domain/findings.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import type { Command, Context } from '../domain/workflow/command.js';
import { NotAllowed, StaleDraft, Unmet } from '../domain/workflow/errors.js';
import { recordFindings } from '../domain/workflow/recheck.js';
import type { Conflict, Store } from '../storage/store.js';
import { updateWithRetry } from '../storage/update-with-retry.js';
import { NotFound } from '../web/errors.js';
import { fingerprint, type NewFinding } from './findings-form.js';
import { againstListing } from './listable.js';
import { beforeLast, isDoneAlready } from './second-click.js';
import { caseOf } from './subject.js';

/** The outcome of what a reviewer asked for. */
export type Outcome =
  | { kind: 'done'; therapist: Therapist; before: Therapist }
  | Refused
  /** Someone else saved other findings about these subjects since the page was made. */
  | { kind: 'conflict'; therapist: Therapist; subjects: readonly string[] };

/** Nothing was changed; `message` is one sentence that says why. */
export interface Refused {
  kind: 'refused';
  therapist: Therapist;
  field: string;
  message: string;
  /** Whether the record changed since the reviewer saw it; else something is missing that they can give. */
  outOfDate: boolean;
}

export interface ReviewServiceDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
  twoReviewers: boolean;
  /** Has queued emails sent at once. */
  nudge: () => void;
}

/** What reviewers do with a record. One act is one write. */
export interface ReviewService {
  /** @throws NotFound */
  get(id: string): Promise<Therapist>;
  /** `seen` is the revision of the draft on the reviewer's page. A double click acts once. */
  act(id: string, command: Command, email: string, seen?: number): Promise<Outcome>;
  record(id: string, found: readonly NewFinding[], email: string, seen: number): Promise<Outcome>;
  /** What {@link act} would make of it now, without writing it. */
  rehearse(therapist: Therapist, command: Command, email: string, seen?: number): Therapist | Refused;
}

export function createReviewService({
  store,
  clock,
  newId,
  twoReviewers,
  nudge,
}: ReviewServiceDeps): ReviewService {
  const { therapists } = store;

  async function get(id: string): Promise<Therapist> {
    const therapist = /^[a-z0-9]{8,32}$/.test(id) ? await therapists.get(id) : null;
    if (therapist === null) throw new NotFound('no such therapist');
    return therapist;
  }

  const contextOf = (email: string, seen?: number, takenSlugs: readonly string[] = []): Context => ({
    actor: { role: 'reviewer', email },
    now: clock.now(),
    newId,
    twoReviewers,
    takenSlugs,
    ...(seen !== undefined && { seenDraftRevision: seen }),
  });

  function acted(therapist: Therapist, command: Command, context: Context): Therapist {
    const after = act(therapist, command, context);
    const [against] = command.action === 'list' ? againstListing(therapist, context) : [];
    if (against !== undefined) throw new Unmet(against.field, against.message);
    return after;
  }

  /** One act, again where the record was written meanwhile or its new slug is taken. */
  async function change(
    id: string,
    make: (therapist: Therapist, takenSlugs: readonly string[]) => Therapist,
  ): Promise<Outcome> {
    const taken: string[] = [];
    let seen = await get(id);
    const noteSlug = ({ field }: Conflict, { slug }: Therapist) => {
      if (field === 'slug') taken.push(slug);
      return field === 'slug';
    };
    const remake = (therapist: Therapist) => {
      seen = therapist;
      return make(therapist, taken);
    };
    try {
      const { before, after } = await updateWithRetry(therapists, id, remake, { seen, resolve: noteSlug });
      nudge();
      return { kind: 'done', therapist: after, before };
    } catch (error) {
      return refusedBy(error, seen);
    }
  }

  return {
    get,
    async act(id, command, email, seen) {
      const outcome = await change(id, (therapist, taken) =>
        acted(therapist, command, contextOf(email, seen, taken)),
      );
      if (outcome.kind !== 'refused' || !isDoneAlready(outcome.therapist, command, email)) return outcome;
      return { kind: 'done', therapist: outcome.therapist, before: beforeLast(outcome.therapist) };
    },
    async record(id, found, email, seen) {
      const conflicts = contested(await get(id), found);
      if (conflicts.length > 0) return { kind: 'conflict', therapist: await get(id), subjects: conflicts };
      return change(id, (therapist) => {
        if (therapist.draftRevision !== seen || contested(therapist, found).length > 0)
          throw new StaleDraft(therapist);
        const findings = found.map(({ was: _, ...finding }) => finding);
        return recordFindings(therapist, findings, contextOf(email));
      });
    },
    rehearse: (therapist, command, email, seen) =>
      attempt(therapist, () => acted(therapist, command, contextOf(email, seen))),
  };
}

/** Subjects whose finding changed since the reviewer saw it. */
function contested(therapist: Therapist, found: readonly NewFinding[]): string[] {
  const { findings } = caseOf(therapist);
  return found
    .filter(({ subject, was }) => fingerprint(findingAbout(findings, subject)) !== was)
    .map(({ subject }) => subject);
}

/** What the rules refused, as a value that pages show beside what was typed. Throws any other error on. */
function refusedBy(error: unknown, therapist: Therapist): Refused {
  const isRule = error instanceof NotAllowed || error instanceof Unmet || error instanceof StaleDraft;
  if (!isRule) throw error;
  const { message } = error;
  const field = error instanceof Unmet ? error.field : '';
  return { kind: 'refused', therapist, field, message, outOfDate: !(error instanceof Unmet) };
}

function attempt(therapist: Therapist, make: () => Therapist): Therapist | Refused {
  try {
    return make();
  } catch (error) {
    return refusedBy(error, therapist);
  }
}
