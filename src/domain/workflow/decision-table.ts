import type { Action, ActorRole } from '../history.js';
import type { DraftStatus, Status } from '../therapist.js';

/** Statuses after the first listing: the published profile stays, and edits move through `draftStatus`. */
export const onceListed = ['listed', 'paused', 'suspended', 'lapsed'] as const satisfies Status[];
const anyDraft = [null, 'editing', 'submitted', 'in-review', 'changes-asked'] as const;

/** Who may do an action to a record in which status, and its status afterward. */
export interface Decision {
  readonly action: Action;
  readonly by: readonly ActorRole[];
  readonly status: readonly Status[];
  /** The step of an edit; before the first listing there is none. */
  readonly draft: readonly (DraftStatus | null)[];
  /** The possible statuses afterward; as before unless given. The rules in `act.ts` decide which one. */
  readonly toStatus?: readonly Status[];
  readonly toDraft?: readonly (DraftStatus | null)[];
}

const none = [null] as const;
const therapist = ['therapist'] as const;
const reviewer = ['reviewer'] as const;
const clock = ['clock'] as const;

/**
 * Everything that may happen. What is not here is refused. Besides, nobody reviews their own profile; only the reviewer who claimed it
 * decides; any reviewer may release what another claimed, so that nobody's absence holds anything up.
 * `begin` and `invite` create a record; `approve` is a `list` that waits for a second reviewer.
 * `declined` is final: to apply again, a person leaves first and starts over. The hashes that stay show that to reviewers.
 */
// biome-ignore format: a table
export const decisionTable: readonly Decision[] = [
  // the application
  { action: 'edit',      by: therapist, status: ['draft', 'changes-asked'],  draft: none },
  { action: 'submit',    by: therapist, status: ['draft', 'changes-asked'],  draft: none, toStatus: ['submitted'] },
  { action: 'take-back', by: therapist, status: ['submitted'],               draft: none, toStatus: ['draft', 'changes-asked'] },
  { action: 'claim',     by: reviewer,  status: ['submitted', 'in-review'],  draft: none, toStatus: ['in-review'] },
  { action: 'release',   by: reviewer,  status: ['in-review'],               draft: none, toStatus: ['submitted'] },
  { action: 'recheck',   by: reviewer,  status: ['in-review'],               draft: none },
  { action: 'ask',       by: reviewer,  status: ['in-review'],               draft: none, toStatus: ['changes-asked'] },
  { action: 'list',      by: reviewer,  status: ['in-review'],               draft: none, toStatus: ['listed', 'in-review'] },
  { action: 'decline',   by: reviewer,  status: ['in-review'],               draft: none, toStatus: ['declined'] },

  // an edit after the first listing; status and published profile stay
  { action: 'submit',    by: therapist, status: onceListed, draft: ['editing', 'changes-asked'], toDraft: ['submitted'] },
  { action: 'take-back', by: therapist, status: onceListed, draft: ['submitted'],                toDraft: ['editing', 'changes-asked'] },
  { action: 'claim',     by: reviewer,  status: onceListed, draft: ['submitted', 'in-review'],   toDraft: ['in-review'] },
  { action: 'release',   by: reviewer,  status: onceListed, draft: ['in-review'],                toDraft: ['submitted'] },
  { action: 'ask',       by: reviewer,  status: onceListed, draft: ['in-review'],                toDraft: ['changes-asked'] },
  { action: 'list',      by: reviewer,  status: onceListed, draft: ['in-review'],                toStatus: [...onceListed], toDraft: [null, 'in-review'] },
  { action: 'drop',      by: reviewer,  status: onceListed, draft: ['in-review'],                toDraft: [null] },
  { action: 'drop',      by: therapist, status: onceListed, draft: ['editing', 'submitted', 'changes-asked'], toDraft: [null] },

  // on hold: sent for another review although no change waits (what was fixed is public already)
  { action: 'submit',    by: therapist, status: ['suspended'], draft: none, toDraft: ['submitted'] },

  // the listing
  { action: 'edit',      by: therapist, status: onceListed,           draft: anyDraft, toStatus: [...onceListed], toDraft: anyDraft },
  { action: 'confirm',   by: therapist, status: ['listed', 'lapsed'], draft: anyDraft, toStatus: ['listed'] },
  { action: 'pause',     by: therapist, status: ['listed'],           draft: anyDraft, toStatus: ['paused'] },
  { action: 'resume',    by: therapist, status: ['paused'],           draft: anyDraft, toStatus: ['listed', 'lapsed'] },
  { action: 'suspend',   by: [...reviewer, ...clock], status: ['listed'], draft: anyDraft, toStatus: ['suspended'] },
  { action: 'restore',   by: reviewer,  status: ['suspended'],        draft: anyDraft, toStatus: ['listed', 'lapsed'] },
  { action: 'correct',   by: reviewer,  status: onceListed,           draft: anyDraft },
  { action: 'recheck',   by: reviewer,  status: onceListed,           draft: anyDraft },

  // the clock
  { action: 'remind',    by: clock,     status: ['listed'], draft: anyDraft },
  { action: 'warn',      by: clock,     status: ['listed'], draft: anyDraft },
  { action: 'expire',    by: clock,     status: ['listed'], draft: anyDraft },
  { action: 'lapse',     by: clock,     status: ['listed'], draft: anyDraft, toStatus: ['lapsed'] },

  // at any time
  { action: 'withdraw',  by: therapist, status: ['draft', 'submitted', 'in-review', 'changes-asked', 'declined'], draft: none, toStatus: ['withdrawn'] },
  { action: 'withdraw',  by: therapist, status: onceListed, draft: anyDraft, toStatus: ['withdrawn'], toDraft: [null] },
];

/** The row that allows it, or `undefined` when it is refused. */
export function decisionFor(
  { status, draftStatus }: { status: Status; draftStatus: DraftStatus | null },
  action: Action,
  role: ActorRole,
): Decision | undefined {
  return decisionTable.find(
    (row) =>
      row.action === action &&
      row.by.includes(role) &&
      row.status.includes(status) &&
      row.draft.includes(draftStatus),
  );
}
