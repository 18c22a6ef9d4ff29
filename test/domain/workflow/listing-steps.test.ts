import { expect } from 'chai';
import { addDays } from '../../../src/domain/calendar.js';
import { listingOn } from '../../../src/domain/listing.js';
import { type Therapist, therapistSchema } from '../../../src/domain/therapist.js';
import { act } from '../../../src/domain/workflow/act.js';
import type { Command } from '../../../src/domain/workflow/command.js';
import { NotAllowed, Unmet } from '../../../src/domain/workflow/errors.js';
import { tick } from '../../../src/domain/workflow/tick.js';
import { aTherapist, at, type TherapistWish, TODAY } from '../../support/therapist-builder.js';
import { acts, ada, as, clock, newId, onDay, save, self, verifyAll } from '../../support/workflow-world.js';

const inDays = (days: number) => ({ now: onDay(addDays(TODAY, days)) });
const suspend: Command = { action: 'suspend', reason: 'report-confirmed', words: 'We called.' };
const restore: Command = { action: 'restore', words: null };
const listed = (wish: TherapistWish = {}) => aTherapist({ confirmedDaysAgo: 0, ...wish });
const ended = (wish: TherapistWish = {}) => {
  const license = { state: 'NJ', basis: 'license', type: 'LPC', number: '1' } as const;
  const authority = [{ ...license, expiresOn: addDays(TODAY, -1) }];
  return listed({ published: { authority }, ...wish });
};
const kinds = ({ queuedEmails }: Therapist) => queuedEmails.map(({ kind }) => kind);

describe('a listing on hold', () => {
  const onHold = () => act(listed(), suspend, as(ada));
  const sent = () => act(onHold(), { action: 'submit' }, as(self));
  const claim: Command = { action: 'claim' };

  it('is sent for another review unchanged, and waits in the queue', () => {
    expect(() => act(listed(), { action: 'submit' }, as(self))).to.throw(NotAllowed);
    const record = therapistSchema.parse(sent());
    expect(record).to.include({ status: 'suspended', draftStatus: 'submitted' });
    expect(record.waitingSince).to.equal(`${TODAY}T09:00:00.000Z`);
    expect(kinds(record)).to.include('received');
  });

  it('still waits after a change that needs no review', () => {
    const after = save(sent(), { patch: { fees: { ...listed().published!.fees, hourly: 99 } } });
    expect(after).to.include({ status: 'suspended', draftStatus: 'submitted' });
    expect([after.published?.fees.hourly, after.draft?.fees?.hourly]).to.deep.equal([99, 99]);
    expect(after.history.map(({ action }) => action)).to.not.include('drop');
  });

  it('is restored, and nothing waits any longer', () => {
    const back = acts(sent(), [claim, as(ada)], [restore, as(ada)]);
    expect(back).to.include({ status: 'listed', draft: null, draftStatus: null, waitingSince: null });
    expect(back.findings).to.deep.equal(listed().findings);
  });

  it('comes back with a license that replaces a removed one', () => {
    const [nj] = listed().published!.authority;
    const other = save(listed(), { patch: { authority: [{ ...nj!, type: 'LMHC', number: '2' }] } });
    expect(other.status).to.equal('suspended');
    const inReview = acts(other, [{ action: 'submit' }, as(self)], [claim, as(ada)]);
    const back = act(verifyAll(inReview), { action: 'list', words: null }, as(ada));
    expect(back.status).to.equal('listed');
  });

  it('stays on hold after an edit when a reviewer suspended it', () => {
    const inReview = acts(sent(), [claim, as(ada)]);
    const looked = act(verifyAll(inReview), { action: 'list', words: null }, as(ada));
    expect(looked).to.include({ status: 'suspended', draft: null });
    expect(looked.queuedEmails.at(-1)).to.deep.include({
      kind: 'edit-listed',
      facts: { status: 'suspended' },
    });
  });

  it('comes back by the review itself when the clock had suspended it', () => {
    const { published, findings } = listed();
    const unseen = findings.filter(({ subject }) => !subject.startsWith('authority:'));
    const hidden = tick(listed({ published: published!, findings: unseen }), as(clock));
    expect(hidden.status).to.equal('suspended');
    const inReview = acts(hidden, [{ action: 'submit' }, as(self)], [claim, as(ada)]);
    const back = act(verifyAll(inReview), { action: 'list', words: null }, as(ada));
    expect(back).to.include({ status: 'listed', draft: null, draftStatus: null });
  });
});

describe('a listing', () => {
  it('is confirmed with one action, which dates everything', () => {
    const record = therapistSchema.parse(act(listed(), { action: 'confirm' }, as(self, inDays(80))));
    expect(record).to.include({ status: 'listed', confirmedAt: at(addDays(TODAY, 80)), confirmKey: null });
    expect(record.nextDueAt).to.equal(`${addDays(TODAY, 155)}T00:00:00.000Z`);
    expect(record.history.map(({ action }) => action)).to.deep.equal(['confirm']);
  });

  it('comes back at once when it had lapsed', () => {
    const lapsed = tick(listed(), { ...inDays(120), newId });
    expect(lapsed.status).to.equal('lapsed');
    const back = act(lapsed, { action: 'confirm' }, as(self, inDays(125)));
    expect(listingOn(back, addDays(TODAY, 125))!.freshness).to.equal('current');
    expect(kinds(back)).to.deep.equal([]);
  });

  it('does not come back without a license that is valid', () => {
    for (const [status, action] of [
      ['lapsed', 'confirm'],
      ['paused', 'resume'],
      ['listed', 'confirm'],
    ] as const)
      expect(() => act(ended({ status }), { action }, as(self)), status).to.throw(
        Unmet,
        'No license of yours',
      );
    expect(() => act(ended({ status: 'suspended' }), restore, as(ada))).to.throw(Unmet, 'verify a license');
  });

  it('is paused and resumed by the therapist', () => {
    const paused = act(listed(), { action: 'pause' }, as(self, inDays(1)));
    expect(listingOn(paused, TODAY)).to.equal(null);
    expect(paused.nextDueAt).to.equal(null);
    const back = act(paused, { action: 'resume' }, as(self, inDays(119)));
    expect(back).to.include({ status: 'listed', confirmedAt: at(TODAY) });
  });

  it('has lapsed when it is resumed or restored after day 120', () => {
    const paused = act(listed(), { action: 'pause' }, as(self));
    expect(act(paused, { action: 'resume' }, as(self, inDays(120))).status).to.equal('lapsed');
    const suspended = act(listed(), suspend, as(ada));
    const restored = act(suspended, restore, as(ada, inDays(120)));
    expect(restored.status).to.equal('lapsed');
    expect(restored.confirmKey).to.be.a('string');
    expect(restored.queuedEmails.at(-1)).to.deep.include({ kind: 'restored', facts: { status: 'lapsed' } });
  });

  it('is suspended for a reason, and restored', () => {
    const before = listed();
    const suspended = therapistSchema.parse(act(before, suspend, as(ada)));
    expect(listingOn(suspended, TODAY)).to.equal(null);
    expect(suspended.history.at(-1)).to.deep.include({
      reason: 'report-confirmed',
      words: 'We called.',
      by: ada,
    });
    expect(suspended.history.at(-1)!.frozen!.profile).to.deep.equal(before.published);
    const restored = act(suspended, restore, as(ada, inDays(2)));
    expect(listingOn(restored, addDays(TODAY, 2))).to.not.equal(null);
    expect(kinds(restored)).to.deep.equal(['suspended', 'restored']);
  });

  it('is not restored without a verified identity', () => {
    const { findings } = listed();
    const unknown = findings.filter(({ subject }) => subject !== 'identity');
    const record = listed({ status: 'suspended', findings: unknown });
    expect(() => act(record, restore, as(ada))).to.throw(Unmet, 'identity');
  });

  it('comes back with a verified license when the clock had suspended it', () => {
    const suspended = tick(ended(), { ...inDays(0), newId });
    expect(suspended.status).to.equal('suspended');
    const [license] = suspended.published!.authority;
    const renewed = save(suspended, {
      patch: { authority: [{ ...license!, expiresOn: addDays(TODAY, 365) }] },
    });
    const claimed = acts(renewed, [{ action: 'submit' }, as(self)], [{ action: 'claim' }, as(ada)]);
    expect(() => act(claimed, { action: 'list', words: null }, as(ada))).to.throw(Unmet, 'verify a license');
    const back = act(verifyAll(claimed), { action: 'list', words: null }, as(ada));
    expect(listingOn(back, TODAY)!.permissions).to.not.deep.equal([]);
  });

  it('stays suspended when an edit of it is listed, if a reviewer suspended it', () => {
    const suspended = act(listed(), suspend, as(ada));
    const sent = act(save(suspended, { patch: { about: 'More.' } }), { action: 'submit' }, as(self));
    const claimed = act(sent, { action: 'claim' }, as(ada));
    expect(act(claimed, { action: 'list', words: null }, as(ada))).to.include({
      status: 'suspended',
      draftStatus: null,
    });
  });
});

describe('a correction after a report', () => {
  const correct = (patch: object, words: string | null = null) =>
    ({ action: 'correct', patch, words }) as Command;

  it('changes what is public at once, dates it, and sends the therapist an email', () => {
    const before = listed();
    const after = therapistSchema.parse(act(before, correct({ accepting: false }), as(ada, inDays(3))));
    expect(after.published).to.deep.equal({ ...before.published, accepting: false });
    expect(after.changedAt.whom).to.equal(at(addDays(TODAY, 3)));
    expect(after.changedAt.fees).to.equal(before.changedAt.fees);
    expect(after.history.at(-1)).to.deep.include({ action: 'correct', fields: ['accepting'], by: ada });
    expect(after.history.at(-1)!.frozen!.profile).to.deep.equal(before.published);
    expect(after.queuedEmails.at(-1)).to.deep.include({ kind: 'corrected', facts: { fields: 'accepting' } });
  });

  it('changes an edit that is being written too, so that the edit does not undo it', () => {
    const editing = save(listed(), { patch: { about: 'More.' } });
    const after = act(editing, correct({ accepting: false }), as(ada));
    expect(after.draft).to.deep.include({ about: 'More.', accepting: false });
    expect(after.draftRevision).to.equal(editing.draftRevision + 1);
    expect(after.draftStatus).to.equal('editing');
  });

  it('leaves to the review what an edit says about a license', () => {
    const { published } = listed();
    const [nj] = published!.authority;
    const two = [nj!, { ...nj!, type: 'LMHC', number: '2' }];
    const editing = save(listed({ published: { authority: two } }), { patch: { about: 'More.' } });
    const after = act(editing, correct({ authority: [nj] }), as(ada));
    expect(after.published!.authority).to.deep.equal([nj]);
    expect(after.draft!.authority).to.deep.equal([nj]);
    const ny = { ...nj!, state: 'NY' as const, type: 'LMHC', number: '3' };
    const more = save(editing, { patch: { authority: [...two, ny] } });
    expect(act(more, correct({ authority: [nj] }), as(ada)).draft!.authority).to.deep.equal([nj, ny]);
    expect(after.findings.map(({ subject }) => subject)).to.not.include('authority:license:NJ:LMHC');
  });

  it('ends an edit that had no other change', () => {
    const later = save(listed({ published: { waitWeeks: 1 } }), { patch: { languages: ['en', 'es'] } });
    const dropped = { ...later, draft: { ...later.published!, accepting: false } };
    expect(act(dropped, correct({ accepting: false }), as(ada))).to.include({
      draft: null,
      draftStatus: null,
    });
  });

  it('cannot claim more than the therapist did', () => {
    expect(() => act(listed(), correct({ name: 'Other' }), as(ada))).to.throw(Unmet, 'ask the therapist');
    expect(() => act(listed(), correct({ accepting: true }), as(ada))).to.throw(
      Unmet,
      'Nothing would change',
    );
  });

  it('cannot remove the last license: such a listing is suspended', () => {
    expect(() => act(listed(), correct({ authority: [] }), as(ada))).to.throw(Unmet);
  });
});
