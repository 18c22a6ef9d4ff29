import { expect } from 'chai';
import { actions, actorRoles } from '../../../src/domain/history.js';
import { type DraftStatus, draftStatuses, type Status, statuses } from '../../../src/domain/therapist.js';
import { act } from '../../../src/domain/workflow/act.js';
import type { Command } from '../../../src/domain/workflow/command.js';
import { decisionFor, decisionTable, onceListed } from '../../../src/domain/workflow/decision-table.js';
import { NotAllowed } from '../../../src/domain/workflow/errors.js';
import { allowedActions } from '../../../src/domain/workflow/permission.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { ada, as, clock, self } from '../../support/workflow-world.js';

/** The whole table once more, by state and role; whatever is not here must be refused. */
const byStatus: Record<Status, string> = {
  draft: 'therapist: edit submit withdraw',
  submitted: 'therapist: take-back withdraw; reviewer: claim',
  'in-review': 'therapist: withdraw; reviewer: claim release recheck ask list decline',
  'changes-asked': 'therapist: edit submit withdraw',
  listed:
    'therapist: edit confirm pause withdraw; reviewer: suspend correct recheck; clock: suspend remind warn expire lapse',
  paused: 'therapist: edit resume withdraw; reviewer: correct recheck',
  suspended: 'therapist: edit withdraw; reviewer: restore correct recheck',
  lapsed: 'therapist: edit confirm withdraw; reviewer: correct recheck',
  declined: 'therapist: withdraw',
  withdrawn: '',
};
/** What an edit adds, once listed. */
const byDraftStatus: Record<DraftStatus, string> = {
  editing: 'therapist: submit drop',
  submitted: 'therapist: take-back drop; reviewer: claim',
  'in-review': 'reviewer: claim release ask list drop',
  'changes-asked': 'therapist: submit drop',
};

/** What is so only while nothing else waits. */
const atRest: Partial<Record<Status, string>> = { suspended: 'therapist: submit' };

function expected(status: Status, draftStatus: DraftStatus | null): Set<string> {
  const isOnceListed = (onceListed as readonly Status[]).includes(status);
  if (draftStatus !== null && !isOnceListed) return new Set();
  const ofDraft = draftStatus === null ? atRest[status] : byDraftStatus[draftStatus];
  const said = [byStatus[status], ofDraft ?? ''];
  return new Set(
    said
      .flatMap((line) => line.split('; '))
      .filter(Boolean)
      .flatMap((part) => {
        const [role, list] = part.split(': ') as [string, string];
        return list.split(' ').map((action) => `${role} ${action}`);
      }),
  );
}

const commands: Command[] = [
  { action: 'submit' },
  { action: 'take-back' },
  { action: 'claim' },
  { action: 'release' },
  { action: 'confirm' },
  { action: 'pause' },
  { action: 'resume' },
  { action: 'withdraw' },
  { action: 'ask', asked: [{ field: 'about', question: 'Why?' }], words: null },
  { action: 'list', words: null },
  { action: 'restore', words: null },
  { action: 'decline', reason: 'other', words: null },
  { action: 'suspend', reason: 'other', words: null },
  { action: 'drop', reason: 'other', words: null },
  { action: 'correct', patch: { accepting: false }, words: null },
];

const actors = {
  therapist: self,
  reviewer: ada,
  clock,
  operator: { role: 'operator', email: null },
} as const;

describe('the decision table', () => {
  const states = statuses.flatMap((status) =>
    [null, ...draftStatuses].map((draftStatus) => ({ status, draftStatus })),
  );

  for (const { status, draftStatus } of states)
    it(`says who may do what when ${status}${draftStatus ? `, with an edit ${draftStatus}` : ''}`, () => {
      const allowed = expected(status, draftStatus);
      const record = aTherapist({ status, draftStatus });
      for (const role of actorRoles) {
        for (const action of actions) {
          const found = decisionFor(record, action, role) !== undefined;
          expect(found, `${role} ${action}`).to.equal(allowed.has(`${role} ${action}`));
        }
        const theirs = actions.filter((action) => allowed.has(`${role} ${action}`));
        expect(allowedActions(record, role)).to.have.members(theirs);
      }
    });

  for (const { status, draftStatus } of states)
    it(`matches what the code allows when ${status}${draftStatus ? `, with an edit ${draftStatus}` : ''}`, () => {
      const allowed = expected(status, draftStatus);
      for (const role of actorRoles)
        for (const command of commands) {
          const record = aTherapist({
            status,
            draftStatus,
            draft: { about: 'Something else.' },
            claimedBy: command.action === 'claim' ? null : ada.email,
          });
          const said = `${role} ${command.action}`;
          const doIt = () => act(record, command, as(actors[role]));
          if (!allowed.has(said)) {
            expect(doIt, said).to.throw(NotAllowed);
            continue;
          }
          const row = decisionFor(record, command.action, role)!;
          const after = doIt();
          expect(row.toStatus ?? [status], said).to.include(after.status);
          expect(row.toDraft ?? [draftStatus], said).to.include(after.draftStatus);
        }
    });

  it('has no two rows for one case', () => {
    for (const { status, draftStatus } of states)
      for (const role of actorRoles)
        for (const action of actions) {
          const rows = decisionTable.filter(
            (row) =>
              row.action === action &&
              row.by.includes(role) &&
              row.status.includes(status) &&
              row.draft.includes(draftStatus),
          );
          expect(rows.length, `${role} ${action} ${status} ${draftStatus}`).to.be.at.most(1);
        }
  });
});

describe('the statuses after a decision', () => {
  for (const [row, { action, toStatus, toDraft }] of decisionTable.entries())
    it(`exist in row ${row + 1}, ${action}`, () => {
      if (toStatus !== undefined) expect(toStatus).to.have.length.greaterThan(0);
      expect(statuses).to.include.members([...(toStatus ?? [])]);
      expect([null, ...draftStatuses]).to.include.members([...(toDraft ?? [])]);
    });
});
