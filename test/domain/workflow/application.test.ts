import { expect } from 'chai';
import { addDays } from '../../../src/domain/calendar.js';
import { listingOn } from '../../../src/domain/listing.js';
import { type Therapist, therapistSchema } from '../../../src/domain/therapist.js';
import { act } from '../../../src/domain/workflow/act.js';
import { answerQuestions } from '../../../src/domain/workflow/answer-questions.js';
import { changesSince } from '../../../src/domain/workflow/changes.js';
import type { Command } from '../../../src/domain/workflow/command.js';
import { NotAllowed, StaleDraft, Unmet } from '../../../src/domain/workflow/errors.js';
import { slugFor } from '../../../src/domain/workflow/new-application.js';
import { allowedActions } from '../../../src/domain/workflow/permission.js';
import { plainProfile } from '../../support/plain-profile.js';
import { at, TODAY } from '../../support/therapist-builder.js';
import {
  acts,
  ada,
  anApplication,
  anEdit,
  as,
  ask,
  ben,
  onDay,
  save,
  self,
  verifyAll,
} from '../../support/workflow-world.js';

const list: Command = { action: 'list', words: null };
const kinds = ({ queuedEmails }: Therapist) => queuedEmails.map(({ kind }) => kind);
const said = ({ history }: Therapist) => history.map(({ action }) => action);
/** What is thrown, for its words. */
function thrown<E>(doIt: () => unknown, type: new (...args: never[]) => E): E {
  try {
    doIt();
  } catch (error) {
    expect(error).to.be.instanceOf(type);
    return error as E;
  }
  throw new Error('Nothing was thrown.');
}

describe('an application', () => {
  it('goes from the first draft to a public listing', () => {
    const listed = therapistSchema.parse(anApplication('listed'));
    expect(said(listed)).to.deep.equal(['begin', 'submit', 'claim', 'list']);
    expect(kinds(listed)).to.deep.equal(['received', 'listed']);
    expect(listed).to.include({ status: 'listed', draftStatus: null, draft: null, waitingSince: null });
    expect(listed).to.include({ claimedBy: null, approvedBy: null, confirmedAt: at(TODAY) });
    expect(listed.slug).to.equal('rowan-ellery');
    expect(listingOn(listed, TODAY)!.profile).to.deep.equal(plainProfile(TODAY));
    expect(new Set(listed.history.map(({ id }) => id)).size).to.equal(4);
  });

  it('has a provisional slug until it is listed', () => {
    const draft = anApplication();
    expect(draft.slug).to.equal(`draft-${draft.id}`);
    expect(draft).to.include({ status: 'draft', confirmedAt: null, published: null, nextDueAt: null });
  });

  it('is confirmed as of when it was sent, not when a reviewer looked at it', () => {
    const later = { now: onDay(addDays(TODAY, 20)) };
    const listed = act(verifyAll(anApplication('in-review')), list, as(ada, later));
    expect(listed.confirmedAt).to.equal(at(TODAY));
    expect(listed.updatedAt).to.equal(at(addDays(TODAY, 20)));
  });

  it('gets another slug when one is taken', () => {
    const verified = verifyAll(anApplication('in-review'));
    const takenSlugs = ['rowan-ellery', 'rowan-ellery-2'];
    expect(act(verified, list, as(ada, { takenSlugs })).slug).to.equal('rowan-ellery-3');
    expect(slugFor('Søren Ó Briain-Núñez, PhD', [])).to.equal('soren-o-briain-nunez-phd');
    expect(slugFor('李', [])).to.equal('therapist');
    expect(slugFor('李', ['therapist'])).to.equal('therapist-2');
  });

  it('cannot be sent before it is complete, and names everything that is missing', () => {
    const draft = save(anApplication(), { patch: { name: undefined, fees: { hourly: 100 } } });
    const unmet = thrown(() => act(draft, { action: 'submit' }, as(self)), Unmet);
    expect(unmet.message).to.equal('Something is still missing, or is not right yet.');
    expect(unmet.issues.map(({ path }) => path.join('.'))).to.include.members(['name', 'fees.superbill']);
    expect(unmet.field).to.equal('name');
  });

  it('cannot be sent twice, nor from an outdated page', () => {
    const draft = anApplication();
    const sent = act(draft, { action: 'submit' }, as(self, { seenDraftRevision: draft.draftRevision }));
    expect(() => act(sent, { action: 'submit' }, as(self))).to.throw(NotAllowed);
    const seen = as(self, { seenDraftRevision: draft.draftRevision - 1 });
    expect(thrown(() => act(draft, { action: 'submit' }, seen), StaleDraft).therapist).to.equal(draft);
  });

  it('waits from when it was sent, claimed or not, until a decision', () => {
    const sent = anApplication('submitted');
    expect(sent.waitingSince).to.equal(at(TODAY));
    const later = as(ada, { now: onDay(addDays(TODAY, 3)) });
    const claimed = act(sent, { action: 'claim' }, later);
    expect(claimed).to.include({ status: 'in-review', waitingSince: at(TODAY), claimedBy: ada.email });
    const released = act(claimed, { action: 'release' }, later);
    expect(released).to.include({ status: 'submitted', waitingSince: at(TODAY), claimedBy: null });
    expect(act(claimed, ask('about'), later).waitingSince).to.equal(null);
  });

  it('can be taken back until a reviewer claims it', () => {
    const back = act(anApplication('submitted'), { action: 'take-back' }, as(self));
    expect(back).to.include({ status: 'draft', waitingSince: null });
    expect(() => act(anApplication('in-review'), { action: 'take-back' }, as(self))).to.throw(NotAllowed);
    const again = acts(
      anApplication('changes-asked'),
      [{ action: 'submit' }, as(self)],
      [{ action: 'take-back' }, as(self)],
    );
    expect(again.status).to.equal('changes-asked');
  });

  it('is claimed by one reviewer, and another may release it', () => {
    const claimed = anApplication('in-review');
    expect(() => act(claimed, { action: 'claim' }, as(ben))).to.throw(
      NotAllowed,
      'ada@review.example has this',
    );
    expect(() => act(claimed, { action: 'claim' }, as(ada))).to.throw(NotAllowed, 'You have this');
    for (const command of [
      ask('about'),
      list,
      { action: 'decline', reason: 'other', words: null },
    ] as Command[])
      expect(() => act(claimed, command, as(ben))).to.throw(NotAllowed, 'Claim this first');
    expect(() => verifyAll(claimed, ben)).to.throw(NotAllowed, 'Claim this first');
    const taken = acts(claimed, [{ action: 'release' }, as(ben)], [{ action: 'claim' }, as(ben)]);
    expect(taken.claimedBy).to.equal(ben.email);
  });

  it('comes back with questions, which are answered and sent with it', () => {
    const asked = therapistSchema.parse(anApplication('changes-asked'));
    expect(asked.questions).to.deep.equal([
      { field: 'training', question: 'Can you say more about this?', answer: null },
    ]);
    const event = asked.history.at(-1)!;
    expect(event).to.deep.include({ action: 'ask', fields: ['training'], asked: asked.questions });
    expect(event.frozen!.profile).to.deep.equal(plainProfile(TODAY));
    expect(kinds(asked).at(-1)).to.equal('changes-asked');
    const answers = [
      { field: 'training', answer: 'Two years with Dr. Ames.' },
      { field: 'none', answer: 'x' },
    ];
    const answered = answerQuestions(asked, answers, as(self));
    expect(answered.questions[0]!.answer).to.equal('Two years with Dr. Ames.');
    const sent = act(answered, { action: 'submit' }, as(self));
    expect(sent.history.at(-1)!.asked).to.deep.equal(answered.questions);
    const listed = act(verifyAll(act(sent, { action: 'claim' }, as(ben)), ben), list, as(ben));
    expect(listed.questions).to.deep.equal([]);
  });

  it('has one question per field, and no empty one', () => {
    const review = anApplication('in-review');
    const twice: Command = {
      action: 'ask',
      asked: [
        { field: 'about', question: 'One?' },
        { field: 'about', question: 'Two?' },
      ],
      words: null,
    };
    expect(() => act(review, twice, as(ada))).to.throw(Unmet, 'one question about each');
    expect(() => act(review, { ...twice, asked: [] }, as(ada))).to.throw(Unmet, 'at least one');
  });

  it('takes no answers when nothing was asked', () => {
    expect(() => answerQuestions(anApplication(), [], as(self))).to.throw(NotAllowed);
    expect(() => answerQuestions(anApplication('submitted'), [], as(self))).to.throw(NotAllowed);
  });

  it('shows what changed since the question', () => {
    const asked = anApplication('changes-asked');
    expect(changesSince(asked)).to.deep.equal([]);
    const saved = save(asked, {
      patch: { about: 'Otherwise.', fees: { ...plainProfile(TODAY).fees, hourly: 9 } },
    });
    expect(changesSince(saved)).to.deep.equal([
      { field: 'about', before: plainProfile(TODAY).about, after: 'Otherwise.' },
      { field: 'fees.hourly', before: 220, after: 9 },
    ]);
    expect(act(saved, { action: 'submit' }, as(self)).history.at(-1)!.fields).to.deep.equal([
      'about',
      'fees.hourly',
    ]);
  });

  it('is declined for a reason, and then can only be withdrawn', () => {
    const decline: Command = { action: 'decline', reason: 'training-not-shown', words: 'Sorry.' };
    const declined = therapistSchema.parse(act(anApplication('in-review'), decline, as(ada)));
    expect(declined).to.include({ status: 'declined', waitingSince: null, claimedBy: null });
    expect(declined.queuedEmails.at(-1)).to.deep.include({
      kind: 'declined',
      facts: { reason: 'training-not-shown', words: 'Sorry.' },
    });
    expect(declined.history.at(-1)).to.deep.include({
      reason: 'training-not-shown',
      words: 'Sorry.',
      by: ada,
      at: at(TODAY),
    });
    expect(allowedActions(declined, 'therapist')).to.deep.equal(['withdraw']);
  });

  it('is not decided by the therapist themselves, however the address is spelled', () => {
    const own = { ...ada, email: 'Me@Practice.example' };
    const mine = { ...anApplication('submitted'), email: 'me@practice.EXAMPLE' };
    expect(() => act(mine, { action: 'claim' }, as(own))).to.throw(NotAllowed, 'their own profile');
    expect(allowedActions(mine, 'reviewer', own.email)).to.deep.equal([]);
    expect(allowedActions(mine, 'reviewer', ada.email!)).to.deep.equal(['claim']);
    expect(allowedActions(anApplication('in-review'), 'reviewer', ben.email!)).to.deep.equal(['release']);
  });

  it('names only reviewers in its history', () => {
    const email = 'me@practice.example';
    const sent = act(anApplication(), { action: 'submit' }, as({ role: 'therapist', email }));
    expect(sent.history.at(-1)!.by).to.deep.equal(self);
  });
});

describe('what has to be verified before anything is listed', () => {
  const unmet = (record: Therapist) => thrown(() => act(record, list, as(ada)), Unmet);
  const review = anApplication('in-review');

  it('is the identity', () => {
    expect(unmet(verifyAll(review, ada, (subject) => subject !== 'identity')).field).to.equal('identity');
  });

  it('is an authority', () => {
    expect(unmet(verifyAll(review, ada, (subject) => subject === 'identity')).field).to.equal('authority');
  });

  it('is nothing else', () => {
    const least = verifyAll(review, ada, (subject) => /^(identity|authority:.*)$/.test(subject));
    expect(act(least, list, as(ada)).status).to.equal('listed');
  });

  it('is an authority that is still valid', () => {
    const [license] = plainProfile(TODAY).authority;
    const ended = { ...plainProfile(TODAY), authority: [{ ...license!, expiresOn: addDays(TODAY, -1) }] };
    expect(unmet(verifyAll(anApplication('in-review', ended))).field).to.equal('authority');
  });

  it('is a way to treat patients with it', () => {
    const away = {
      ...plainProfile(TODAY),
      telehealth: false,
      offices: [{ city: 'Albany', state: 'NY' as const, zip: '12207' }],
    };
    expect(unmet(verifyAll(anApplication('in-review', away))).field).to.equal('authority');
  });

  it('is the same for an edit: another name needs another check of the identity', () => {
    const edit = anEdit('in-review', { name: 'Rowan Quist' });
    expect(unmet(edit).field).to.equal('identity');
    expect(act(verifyAll(edit), list, as(ada)).published!.name).to.equal('Rowan Quist');
  });
});

describe('a decision that two reviewers have to agree on', () => {
  const two = { twoReviewers: true };
  const approved = () => act(verifyAll(anApplication('in-review')), list, as(ada, two));

  it('stays in review after the first reviewer', () => {
    const record = therapistSchema.parse(approved());
    expect(record).to.include({ status: 'in-review', approvedBy: ada.email, claimedBy: null });
    expect(record.waitingSince).to.equal(at(TODAY));
    expect(said(record).at(-1)).to.equal('approve');
    expect(kinds(record)).to.deep.equal(['received']);
  });

  it('lists with the second reviewer', () => {
    const listed = acts(approved(), [{ action: 'claim' }, as(ben, two)], [list, as(ben, two)]);
    expect(listed).to.include({ status: 'listed', approvedBy: null });
    expect(said(listed).slice(-3)).to.deep.equal(['approve', 'claim', 'list']);
  });

  it('needs two different reviewers', () => {
    const again = act(approved(), { action: 'claim' }, as(ada, two));
    expect(() => act(again, list, as(ada, two))).to.throw(Unmet, 'another reviewer');
  });

  it('loses the first agreement with a question, or when it is taken back', () => {
    const claimed = act(approved(), { action: 'claim' }, as(ben, two));
    expect(act(claimed, ask('about'), as(ben)).approvedBy).to.equal(null);
    const released = act(claimed, { action: 'release' }, as(ben));
    expect(released.approvedBy).to.equal(ada.email);
    expect(act(released, { action: 'take-back' }, as(self)).approvedBy).to.equal(null);
  });
});

describe('a queued email', () => {
  it('is queued once while an equal one waits', () => {
    const again = acts(
      anApplication('submitted'),
      [{ action: 'take-back' }, as(self)],
      [{ action: 'submit' }, as(self)],
    );
    expect(kinds(again)).to.deep.equal(['received']);
  });

  it('makes the record due', () => {
    expect(anApplication('submitted').nextDueAt).to.equal(at(TODAY));
  });

  it('replaces the oldest when there are more than a record can hold', () => {
    let record = anApplication('in-review');
    for (let round = 0; round < 60; round++) {
      const asked = act(record, { ...ask('about'), words: `Round ${round}` } as Command, as(ada));
      record = acts(asked, [{ action: 'submit' }, as(self)], [{ action: 'claim' }, as(ada)]);
    }
    expect(therapistSchema.parse(record).queuedEmails).to.have.lengthOf(50);
    expect(record.queuedEmails.at(-1)!.facts.words).to.equal('Round 59');
  });
});
