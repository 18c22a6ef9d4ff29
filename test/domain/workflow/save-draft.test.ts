import { expect } from 'chai';
import { addDays } from '../../../src/domain/calendar.js';
import type { Draft } from '../../../src/domain/draft.js';
import { isStaged } from '../../../src/domain/findings.js';
import { listingOn } from '../../../src/domain/listing.js';
import { type Therapist, therapistSchema } from '../../../src/domain/therapist.js';
import { act } from '../../../src/domain/workflow/act.js';
import { changesSince } from '../../../src/domain/workflow/changes.js';
import { NotAllowed, StaleDraft, Unmet } from '../../../src/domain/workflow/errors.js';
import { findingsInReview } from '../../../src/domain/workflow/findings-in-review.js';
import { recordFindings } from '../../../src/domain/workflow/recheck.js';
import { saveDraft } from '../../../src/domain/workflow/save-draft.js';
import { plainProfile } from '../../support/plain-profile.js';
import { aTherapist, at, TODAY } from '../../support/therapist-builder.js';
import {
  ada,
  anApplication,
  anEdit,
  as,
  ben,
  onDay,
  save,
  self,
  verifyAll,
} from '../../support/workflow-world.js';

const plain = plainProfile(TODAY);
const fees = { ...plain.fees, hourly: 300 };
const later = { now: onDay(addDays(TODAY, 5)) };
const drop = { action: 'drop', reason: 'other', words: 'No.' } as const;
const said = ({ history }: Therapist) => history.map(({ action, fields }) => [action, ...fields].join(' '));
const subjects = ({ findings }: Therapist) => findings.map(({ subject }) => subject);

describe('saving an application', () => {
  it('keeps any part of it, without an event for each', () => {
    const draft = save(anApplication('draft', { name: 'Rowan Ellery' }), {
      patch: { contact: { phone: null } },
    });
    expect(therapistSchema.parse(draft).draft).to.deep.equal({
      name: 'Rowan Ellery',
      contact: { phone: null },
    });
    expect(draft.draftRevision).to.equal(2);
    expect(said(draft)).to.deep.equal(['begin']);
  });

  it('empties a field that is undefined', () => {
    const draft = save(anApplication(), { patch: { name: undefined } });
    expect(draft.draft!.name).to.equal(undefined);
  });

  it('refuses an outdated form, and carries the present draft', () => {
    const first = anApplication();
    const second = save(first, { patch: { name: 'One' } });
    const stale = { patch: { name: 'Two' }, seenDraftRevision: first.draftRevision };
    try {
      saveDraft(second, stale, as(self));
      expect.fail('It was saved.');
    } catch (error) {
      expect(error).to.be.instanceOf(StaleDraft);
      expect((error as StaleDraft).therapist).to.equal(second);
    }
  });

  it('accepts the same form twice, as a second click sends it', () => {
    const first = anApplication();
    const once = { patch: { name: 'One' }, seenDraftRevision: first.draftRevision };
    const saved = saveDraft(first, once, as(self));
    expect(saveDraft(saved, once, as(self))).to.equal(saved);
  });

  it('keeps evidence and the supervisor', () => {
    const evidence = [{ subject: 'training', link: 'https://fluence.example/c/1', note: null }];
    const supervisor = { name: 'Dr. Ames', state: 'NJ' as const, license: '1', contact: '973-555-0100' };
    const draft = therapistSchema.parse(save(anApplication(), { evidence, supervisor }));
    expect(draft).to.deep.include({ evidence, supervisor });
    const sent = act(draft, { action: 'submit' }, as(self));
    expect(sent.history.at(-1)!.frozen).to.deep.include({ evidence, supervisor });
    expect(save(draft, { supervisor: null }).supervisor).to.equal(null);
  });

  it('is refused while a reviewer has it, and to everyone but the therapist', () => {
    for (const status of ['submitted', 'in-review'] as const)
      expect(() => save(anApplication(status), { patch: { name: 'X' } })).to.throw(NotAllowed);
    expect(() => save(anApplication(), { patch: { name: 'X' } }, as(ada))).to.throw(NotAllowed);
  });

  it('removes the finding about an answer that has changed', () => {
    const verified = verifyAll(anApplication('in-review'));
    const asked = act(
      verified,
      { action: 'ask', asked: [{ field: 'about', question: '?' }], words: null },
      as(ada),
    );
    const training = [{ ...plain.training[0]!, year: 2020 }];
    const saved = save(asked, { patch: { training, npi: '1234567893' } });
    const lost = subjects(asked).filter((subject) => !subjects(saved).includes(subject));
    expect(lost).to.deep.equal(['training', 'identity']);
  });
});

describe('saving an edit of a listing', () => {
  it('makes public at once what needs no review, with an event', () => {
    const before = anApplication('listed');
    const saved = therapistSchema.parse(save(before, { patch: { fees } }, as(self, later)));
    expect(saved.published!.fees).to.deep.equal(fees);
    expect(saved).to.include({ draft: null, draftStatus: null, status: 'listed' });
    expect(said(saved).at(-1)).to.equal('edit fees');
    expect(saved.changedAt.fees).to.equal(at(addDays(TODAY, 5)));
    expect(saved.confirmedAt).to.equal(before.confirmedAt);
    expect(saved.draftRevision).to.equal(before.draftRevision + 1);
  });

  it('keeps the rest for a reviewer, while the old value stays public', () => {
    const before = anApplication('listed');
    const saved = therapistSchema.parse(save(before, { patch: { fees, about: 'More.' } }));
    expect(saved.published).to.deep.equal({ ...before.published, fees });
    expect(saved.draft).to.deep.equal({ ...before.published, fees, about: 'More.' });
    expect(saved).to.include({ draftStatus: 'editing', waitingSince: null });
    expect(changesSince(saved)).to.deep.equal([{ field: 'about', before: plain.about, after: 'More.' }]);
    const more = save(saved, { patch: { credentials: 'PhD' } });
    expect(more.draft).to.deep.include({ about: 'More.', credentials: 'PhD' });
    expect(said(more)).to.deep.equal(said(saved));
  });

  it('ends the edit when it equals what is public', () => {
    const saved = save(anEdit('editing'), { patch: { about: plain.about } });
    expect(saved).to.include({ draft: null, draftStatus: null });
    expect(said(saved).at(-1)).to.match(/^list name /);
  });

  it('takes the edit through the steps of an application, while the listing stays', () => {
    const sent = anEdit('submitted');
    expect(sent).to.include({ status: 'listed', draftStatus: 'submitted', waitingSince: at(TODAY) });
    const listed = act(anEdit(), { action: 'list', words: null }, as(ada, later));
    expect(therapistSchema.parse(listed)).to.include({ status: 'listed', draftStatus: null, draft: null });
    expect(listed.published!.about).to.equal('I also work with couples now.');
    expect(listed.changedAt.who).to.equal(at(TODAY));
    expect(listed.confirmedAt).to.equal(at(TODAY));
    expect(said(listed).at(-1)).to.equal('list about');
    expect(listed.queuedEmails.at(-1)!.kind).to.equal('edit-listed');
    expect(listed.slug).to.equal('rowan-ellery');
  });

  it('does not send an edit when nothing waits', () => {
    const same = { ...anEdit('editing'), draft: { ...plain } };
    expect(() => act(same, { action: 'submit' }, as(self))).to.throw(Unmet, 'Nothing has changed');
  });

  it('ends when a reviewer drops it, with a reason and an email, or the therapist, without', () => {
    const dropped = act(anEdit(), drop, as(ada));
    expect(dropped).to.include({ draft: null, draftStatus: null, waitingSince: null, claimedBy: null });
    expect(dropped.published).to.deep.equal(plain);
    expect(dropped.history.at(-1)!.frozen!.profile.about).to.equal('I also work with couples now.');
    expect(dropped.queuedEmails.at(-1)).to.deep.include({
      kind: 'edit-dropped',
      facts: { reason: 'other', words: 'No.' },
    });
    expect(() => act(anEdit(), { ...drop, reason: null }, as(ada))).to.throw(Unmet, 'Say why');
    const own = act(anEdit('editing'), { ...drop, reason: null, words: null }, as(self));
    expect(own.queuedEmails).to.deep.equal(
      anApplication('listed').queuedEmails.map((_, index) => own.queuedEmails[index]),
    );
  });

  it('accepts only what needs no review while the rest is in review', () => {
    const review = anEdit();
    const saved = save(review, { patch: { accepting: false } });
    expect(saved.published!.accepting).to.equal(false);
    expect(saved.draft!.accepting).to.equal(false);
    expect(saved).to.include({ draftStatus: 'in-review', waitingSince: at(TODAY), claimedBy: ada.email });
    expect(() => save(review, { patch: { about: 'Third.' } })).to.throw(Unmet, 'take it back');
    expect(() => save(review, { patch: { about: plain.about } })).to.throw(Unmet, 'take it back');
  });

  it('drops an edit that was sent when its additions are removed again', () => {
    const [nj] = plain.authority;
    const authority = [nj!, { ...nj!, state: 'NY' as const, type: 'LMHC' }];
    const sent = anEdit('submitted', { authority });
    const saved = save(sent, { patch: { authority: [nj!] } });
    expect(saved).to.include({ draft: null, draftStatus: null, waitingSince: null });
    expect(said(saved).at(-1)).to.equal('drop');
  });

  it('hides the listing at once when the last license is removed', () => {
    const [nj] = plain.authority;
    const patch: Draft = { authority: [{ ...nj!, state: 'NY', type: 'LMHC', number: '2' }] };
    const saved = therapistSchema.parse(save(anApplication('listed'), { patch }));
    expect(listingOn(saved, TODAY)).to.equal(null);
    expect(saved).to.include({ status: 'suspended', draftStatus: 'editing' });
    expect(said(saved).at(-1)).to.equal('suspend');
    expect(subjects(saved)).to.not.include('authority:license:NJ:LPC');
  });

  it('removes the finding about a license with the license', () => {
    const [nj] = plain.authority;
    const authority = [nj!, { ...nj!, type: 'LMHC', number: '2' }];
    const saved = save(aTherapist({ published: { authority } }), { patch: { authority: [nj!] } });
    expect(subjects(saved)).to.not.include('authority:license:NJ:LMHC');
    expect(saved.status).to.equal('listed');
  });

  it('records new proof with an event', () => {
    const evidence = [{ subject: 'training', link: null, note: 'On paper.' }];
    const saved = save(anEdit(), { evidence });
    expect(saved.evidence).to.deep.equal(evidence);
    expect(said(saved).at(-1)).to.equal('edit evidence');
    expect(saved.draftStatus).to.equal('in-review');
  });

  it('measures a caseload by what a reviewer saw last', () => {
    const grown = (patients: number) => ({ patch: { caseload: { patients, asOf: TODAY } } });
    const first = save(anApplication('listed'), grown(28));
    expect(first.draftStatus).to.equal(null);
    expect(save(first, grown(29)).draftStatus).to.equal('editing');
  });
});

describe('a finding that a reviewer records', () => {
  const found = (subject: string, result: 'verified' | 'not-shown' = 'verified', on = TODAY) => ({
    subject,
    result,
    seen: 'Looked up',
    on,
  });

  it('names the reviewer, and replaces the one before', () => {
    const review = anApplication('in-review');
    const once = recordFindings(review, [found('identity'), found('training')], as(ada));
    const twice = therapistSchema.parse(recordFindings(once, [found('training', 'not-shown')], as(ada)));
    expect(twice.findings).to.deep.equal([
      { ...found('identity'), by: ada.email },
      { ...found('training', 'not-shown'), by: ada.email },
    ]);
    expect(twice.history).to.deep.equal(review.history);
    expect(twice.draftRevision).to.equal(review.draftRevision);
  });

  it('is about a claim of the profile, on a day that is not in the future', () => {
    const review = anApplication('in-review');
    expect(() => recordFindings(review, [found('authority:psypact')], as(ada))).to.throw(Unmet, 'not claim');
    const tomorrow = found('training', 'verified', addDays(TODAY, 1));
    expect(() => recordFindings(review, [tomorrow], as(ada))).to.throw(Unmet, 'the day on which');
  });

  it('becomes public when its edit is listed, and not before', () => {
    const training = [{ ...plain.training[0]!, year: 2020 }];
    const review = anEdit('in-review', { training });
    const looked = therapistSchema.parse(recordFindings(review, [found('training', 'not-shown')], as(ada)));
    const shown = (record: Therapist) =>
      listingOn(record, TODAY)!.findings.find(({ subject }) => subject === 'training')?.result;
    expect(shown(looked)).to.equal('verified');
    expect(listingOn(looked, TODAY)!.findings.some(isStaged)).to.equal(false);
    expect(shown(act(looked, { action: 'list', words: null }, as(ada)))).to.equal('not-shown');
    const dropped = act(looked, drop, as(ada));
    expect(shown(dropped)).to.equal('verified');
    expect(dropped.findings.some(isStaged)).to.equal(false);
  });

  it('holds for claims that stay, and not for those that an edit changed', () => {
    const [nj] = plain.authority;
    const authority = [{ ...nj!, expiresOn: addDays(nj!.expiresOn, 365) }];
    const review = anEdit('in-review', {
      authority,
      coordination: { ...plain.coordination, how: 'By letter.' },
    });
    const held = findingsInReview(review).map(({ subject }) => subject);
    expect(held).to.include.members(['identity', 'training', 'scope']);
    expect(held).to.not.include.members(['coordination']);
    expect(held).to.not.include.members(['authority:license:NJ:LPC']);
    const listed = act(
      recordFindings(review, [found('authority:license:NJ:LPC')], as(ada)),
      { action: 'list', words: null },
      as(ada),
    );
    expect(listed.published!.authority).to.deep.equal(authority);
    expect(subjects(listed)).to.not.include('coordination');
    expect(subjects(listed)).to.include('authority:license:NJ:LPC');
  });

  it('is removed when its edit changes the claim', () => {
    const looked = recordFindings(
      anEdit('in-review', { difficultMaterial: { ...plain.difficultMaterial, flashbacks: 'Slowly.' } }),
      [found('difficult-material')],
      as(ada),
    );
    const asked = act(
      looked,
      { action: 'ask', asked: [{ field: 'about', question: '?' }], words: null },
      as(ada),
    );
    const difficultMaterial = { ...plain.difficultMaterial, flashbacks: 'Fast.' };
    const saved = save(asked, { patch: { difficultMaterial } });
    expect(saved.findings.some(isStaged)).to.equal(false);
    expect(asked.findings.some(isStaged)).to.equal(true);
  });

  it('is public at once outside a review, with an event', () => {
    const looked = recordFindings(anApplication('listed'), [found('training', 'not-shown')], as(ben));
    expect(said(looked).at(-1)).to.equal('recheck training');
    expect(listingOn(looked, TODAY)!.findings.find(({ subject }) => subject === 'training')!.result).to.equal(
      'not-shown',
    );
  });

  it('cannot remove what a listing needs to stay listed', () => {
    const listed = anApplication('listed');
    for (const subject of ['identity', 'authority:license:NJ:LPC'])
      expect(() => recordFindings(listed, [found(subject, 'not-shown')], as(ada))).to.throw(Unmet, 'suspend');
    const paused = act(listed, { action: 'pause' }, as(self));
    const looked = recordFindings(paused, [found('authority:license:NJ:LPC', 'not-shown')], as(ada));
    expect(() => act(looked, { action: 'resume' }, as(self))).to.throw(Unmet, 'No license');
    const stranger = recordFindings(paused, [found('identity', 'not-shown')], as(ada));
    expect(() => act(stranger, { action: 'resume' }, as(self))).to.throw(Unmet, 'who you are');
  });

  it("cannot be about the reviewer's own profile", () => {
    const own = { ...anApplication('listed'), email: ada.email! };
    expect(() => recordFindings(own, [found('training')], as(ada))).to.throw(NotAllowed, 'their own profile');
  });
});
