import { expect } from 'chai';
import { type Therapist, therapistSchema } from '../../../src/domain/therapist.js';
import { act } from '../../../src/domain/workflow/act.js';
import { newApplication } from '../../../src/domain/workflow/new-application.js';
import { plainProfile } from '../../support/plain-profile.js';
import { TODAY } from '../../support/therapist-builder.js';
import { ada, anApplication, anEdit, as, newId, save, self } from '../../support/workflow-world.js';

const leave = (therapist: Therapist) =>
  therapistSchema.parse(act(therapist, { action: 'withdraw' }, as(self)));

describe('a therapist who leaves', () => {
  const before = save(anEdit('changes-asked', { about: 'My secret story', npi: '1234567893' }), {
    evidence: [{ subject: 'training', link: null, note: 'Certificate of Rowan Ellery' }],
    supervisor: { name: 'Dr. Ames', state: 'NJ', license: 'SUP-77', contact: '973-555-0100' },
  });
  const after = leave({ ...before, confirmKey: 'key00001', email: 'rowan@practice.example' });

  it('leaves nothing that says who they were', () => {
    const text = JSON.stringify(after).toLowerCase();
    for (const trace of [
      'rowan',
      'ellery',
      'secret',
      '1234567893',
      '37pc00123400',
      'ames',
      'sup-77',
      '973-555',
      'newark',
      'key00001',
    ])
      expect(text, trace).to.not.include(trace);
  });

  it('leaves what was done, when, by which role and for which reason', () => {
    const { history } = before;
    expect(
      after.history.slice(0, -1).map(({ id, at, by, action }) => ({ id, at, by, action })),
    ).to.deep.equal(history.map(({ id, at, by, action }) => ({ id, at, by, action })));
    expect(after.history.at(-1)).to.deep.include({ action: 'withdraw', reason: 'own-wish', by: self });
    expect(after.history.some(({ by }) => by.email === ada.email)).to.equal(true);
  });

  it('has an address that receives no mail, and a slug that nobody knows', () => {
    expect(after).to.include({
      status: 'withdrawn',
      email: `${after.id}@left.invalid`,
      slug: `left-${after.id}`,
      nextDueAt: null,
      confirmKey: null,
      claimedBy: null,
      waitingSince: null,
    });
    expect(after.queuedEmails).to.deep.equal([]);
  });

  it('may leave at any time', () => {
    for (const status of ['draft', 'submitted', 'in-review', 'changes-asked', 'listed'] as const)
      expect(leave(anApplication(status)).status).to.equal('withdrawn');
  });
});

describe('a new application', () => {
  const wish = { id: 'begun0000001', email: 'a@practice.example', now: as(self).now, newId };

  it('is a draft that the therapist fills in', () => {
    const begun = therapistSchema.parse(newApplication({ ...wish, by: self }));
    expect(begun).to.deep.include({
      status: 'draft',
      slug: 'draft-begun0000001',
      draft: {},
      queuedEmails: [],
    });
    expect(begun.history.map(({ action }) => action)).to.deep.equal(['begin']);
  });

  it('is an invitation with an email, and with known facts, when another person makes it', () => {
    const draft = { name: plainProfile(TODAY).name };
    const by = { role: 'operator' as const, email: null };
    const invited = therapistSchema.parse(newApplication({ ...wish, by, draft, slug: 'draft-7' }));
    expect(invited).to.deep.include({ draft, slug: 'draft-7' });
    expect(invited.history.map(({ action }) => action)).to.deep.equal(['invite']);
    expect(invited.queuedEmails.map(({ kind }) => kind)).to.deep.equal(['invitation']);
    expect(invited.nextDueAt).to.equal(wish.now.toISOString());
  });
});
