import { expect } from 'chai';
import fc from 'fast-check';
import { permissions } from '../../../src/domain/authority.js';
import { addDays } from '../../../src/domain/calendar.js';
import { type Draft, draftSchema } from '../../../src/domain/draft.js';
import { yesToNo } from '../../../src/domain/narrowing.js';
import { type Profile, profileSchema } from '../../../src/domain/profile.js';
import { fieldNames, rowOf, sectionOf } from '../../../src/domain/profile-fields.js';
import { splitEdit } from '../../../src/domain/workflow/edits.js';
import { arbitraryProfile } from '../../support/arbitrary-profile.js';
import { plainProfile } from '../../support/plain-profile.js';
import { runs } from '../../support/runs.js';
import { TODAY } from '../../support/therapist-builder.js';

const plain = plainProfile(TODAY);
const [nj] = plain.authority as [Profile['authority'][number]];
const [newark] = plain.offices as [Profile['offices'][number]];
const [fluence] = plain.training as [Profile['training'][number]];
const ny = { ...nj, state: 'NY', type: 'LMHC', number: '006' } as const;
const camden = { ...newark, city: 'Camden', zip: '08102' };
const weekend = { ...fluence, program: 'ipi' as const, hours: 12 };

/** What becomes of a profile with these parts that is changed to have those. */
function change(before: Partial<Profile>, after: Draft) {
  const published = profileSchema.parse({ ...plain, ...before });
  return { published, split: splitEdit(published, { ...published, ...after }) };
}

describe('an edit of something public', () => {
  it('changes nothing if it says nothing new', () => {
    const { published, split } = change({}, {});
    expect(split).to.deep.equal({ published, waiting: [], atOnce: [], unsupported: [] });
  });

  const atOnce: [string, Partial<Profile>, Draft, string[]?][] = [
    ['fees', {}, { fees: { ...plain.fees, hourly: 400 } }],
    ['insurance', {}, { coverage: [] }],
    ['accepting', { accepting: false }, { accepting: true }],
    ['contact', {}, { contact: { ...plain.contact, phone: '973-555-0199' } }],
    ['the usual wait', {}, { waitWeeks: 9 }],
    [
      'a caseload a fifth higher',
      { caseload: { patients: 20, asOf: TODAY } },
      { caseload: { patients: 24, asOf: TODAY } },
    ],
    [
      'a lower caseload',
      { caseload: { patients: 20, asOf: TODAY } },
      { caseload: { patients: 2, asOf: TODAY } },
    ],
    ['a license less', { authority: [nj, ny] }, { authority: [nj] }, ['authority:license:NY:LMHC']],
    ['an earlier end of a license', {}, { authority: [{ ...nj, expiresOn: addDays(nj.expiresOn, -9) }] }],
    ['an office less', { offices: [newark, camden] }, { offices: [camden] }],
    ['no telehealth any more', {}, { telehealth: false }],
    [
      'preparation and integration only',
      {},
      { scope: 'preparation-and-integration', presence: [], role: null },
    ],
    ['one way of being there less', {}, { presence: ['video'] }],
    ['one place less', {}, { dosePlaces: ['home'] }],
    ['no integration within 72 hours', {}, { integrationWithin72h: false }],
    ['one focus less', { focus: ['ptsd', 'complex-ptsd'] }, { focus: ['ptsd'] }],
    ['no work beside the own therapist', {}, { alongsideOwnTherapist: false }],
    ['no pronouns', { pronouns: 'they/them' }, { pronouns: null }],
    ['a training less', { training: [fluence, weekend] }, { training: [fluence] }, ['training']],
    [
      'no contact with prescribers',
      {},
      { coordination: { ...plain.coordination, withPrescriber: false } },
      ['coordination'],
    ],
    ['another order', { focus: ['ptsd', 'complex-ptsd'] }, { focus: ['complex-ptsd', 'ptsd'] }],
  ];
  for (const [title, before, after, unsupported = []] of atOnce)
    it(`is public at once: ${title}`, () => {
      const { published, split } = change(before, after);
      expect(split.published).to.deep.equal({ ...published, ...after });
      expect(split.waiting).to.deep.equal([]);
      expect(split.atOnce).to.have.members(Object.keys(after));
      expect(split.unsupported).to.deep.equal(unsupported);
    });

  const waits: [string, Partial<Profile>, Draft][] = [
    ['another name', {}, { name: 'Rowan Quist' }],
    ['credentials', {}, { credentials: 'PhD' }],
    ['another discipline', {}, { discipline: 'psychologist' }],
    ['an NPI', {}, { npi: '1234567893' }],
    ['an NPI less', { npi: '1234567893' }, { npi: null }],
    ['another text', {}, { about: 'Something else.' }],
    ['pronouns', {}, { pronouns: 'they/them' }],
    ['a license more', {}, { authority: [nj, ny] }],
    ['another number of a license', {}, { authority: [{ ...nj, number: '99' }] }],
    ['another title of the same license', {}, { authority: [{ ...nj, type: 'LCPC' }] }],
    ['a later end of a license', {}, { authority: [{ ...nj, expiresOn: addDays(nj.expiresOn, 9) }] }],
    ['an office more', {}, { offices: [newark, camden] }],
    ['telehealth', { telehealth: false }, { telehealth: true }],
    [
      'a caseload of more than a fifth more',
      { caseload: { patients: 20, asOf: TODAY } },
      { caseload: { patients: 25, asOf: TODAY } },
    ],
    ['presence in the session', { scope: 'preparation-and-integration' }, { scope: 'in-session' }],
    ['one way of being there more', {}, { presence: ['room', 'video', 'phone'] }],
    ['another role', {}, { role: 'active' }],
    ['integration within 72 hours', { integrationWithin72h: false }, { integrationWithin72h: true }],
    ['another focus in the place of the only one', {}, { focus: ['ptsd'] }],
    ['a language more', {}, { languages: ['en', 'es'] }],
    ['a training more', {}, { training: [fluence, weekend] }],
    [
      'another year of a training',
      { training: [fluence, weekend] },
      { training: [{ ...fluence, year: 2022 }, weekend] },
    ],
    ['how coordination is done', {}, { coordination: { ...plain.coordination, how: 'By letter.' } }],
    [
      'difficult material',
      {},
      { difficultMaterial: { ...plain.difficultMaterial, flashbacks: 'Otherwise.' } },
    ],
    ['contact that is not complete', {}, { contact: { phone: null, email: null, web: null } }],
    ['a fee that is missing', {}, { fees: { hourly: 300 } }],
    ['a name that was emptied', {}, { name: undefined }],
    ['the only office for another', { telehealth: false }, { offices: [camden] }],
    ['no way of being there at a session', {}, { presence: [] }],
  ];
  for (const [title, before, after] of waits)
    it(`waits: ${title}`, () => {
      const { published, split } = change(before, after);
      expect(split.published).to.deep.equal(published);
      expect(split.waiting).to.deep.equal(Object.keys(after));
      expect(split.atOnce).to.deep.equal([]);
      expect(split.unsupported).to.deep.equal([]);
    });

  it('takes effect in parts: what it removes at once, what it adds after a review', () => {
    const { split } = change(
      { offices: [newark], telehealth: true },
      { offices: [camden], accepting: false },
    );
    expect(split.published.offices).to.deep.equal([]);
    expect(split.atOnce).to.have.members(['offices', 'accepting']);
    expect(split.waiting).to.deep.equal(['offices']);
  });

  it('ends a license on the earlier day while its new number waits', () => {
    const sooner = { ...nj, number: '99', expiresOn: addDays(nj.expiresOn, -9) };
    const { split } = change({}, { authority: [sooner] });
    expect(split.published.authority).to.deep.equal([{ ...nj, expiresOn: sooner.expiresOn }]);
    expect(split.waiting).to.deep.equal(['authority']);
  });

  it('leaves the last license without its finding, because a profile needs one', () => {
    const { published, split } = change({}, { authority: [ny] });
    expect(split.published.authority).to.deep.equal(published.authority);
    expect(split.waiting).to.deep.equal(['authority']);
    expect(split.unsupported).to.deep.equal(['authority:license:NJ:LPC']);
  });

  it('removes PSYPACT at once, and lets a renewal wait', () => {
    const psypact = { apit: 'A-1', homeState: 'NJ', expiresOn: '2026-09-01' } as const;
    const base = { discipline: 'psychologist' as const, psypact };
    expect(change(base, { psypact: null }).split).to.deep.include({
      waiting: [],
      atOnce: ['psypact'],
      unsupported: ['authority:psypact'],
    });
    expect(change(base, { psypact: { ...psypact, expiresOn: '2027-09-01' } }).split.waiting).to.deep.equal([
      'psypact',
    ]);
  });

  it("measures a caseload by what a reviewer saw too, so that small steps don't add up", () => {
    let published: Profile = { ...plain, caseload: { patients: 20, asOf: TODAY } };
    for (const patients of [22, 24]) {
      const split = splitEdit(published, { ...published, caseload: { patients, asOf: TODAY } }, 20);
      expect(split.waiting).to.deep.equal([]);
      published = split.published;
    }
    const split = splitEdit(published, { ...published, caseload: { patients: 25, asOf: TODAY } }, 20);
    expect(split.waiting).to.deep.equal(['caseload']);
  });
});

describe('any edit of any profile', () => {
  /** Mostly small changes of the profile, as people make them, besides another profile altogether. */
  const edits = fc
    .record({
      published: arbitraryProfile,
      other: arbitraryProfile,
      taken: fc.subarray([...fieldNames]),
      cut: fc.subarray([...fieldNames]),
      emptied: fc.subarray([...fieldNames], { maxLength: 3 }),
    })
    .map(({ published, other, taken, cut, emptied }) => {
      const next: Record<string, unknown> = { ...published };
      for (const field of taken) next[field] = other[field];
      for (const field of cut) if (Array.isArray(next[field])) next[field] = next[field].slice(1);
      for (const field of emptied) delete next[field];
      return { published, next: next as Draft };
    });
  const holds = (rule: (published: Profile, next: Draft) => void) =>
    fc.assert(
      fc.property(edits, ({ published, next }) => rule(published, next)),
      { numRuns: runs(100, 1000) },
    );

  it('leaves a valid profile public', () => {
    holds((published, next) => {
      expect(profileSchema.safeParse(splitEdit(published, next).published).success).to.equal(true);
    });
  });

  it('is public or waits, each part of it', () => {
    holds((published, next) => {
      const split = splitEdit(published, next);
      for (const field of fieldNames)
        if (!split.waiting.includes(field))
          expect(split.published[field] as unknown).to.deep.equal(next[field]);
      for (const field of fieldNames)
        if (!split.atOnce.includes(field))
          expect(split.published[field] as unknown).to.deep.equal(published[field]);
    });
  });

  it('makes nothing public at once that widens the profile', () => {
    holds((published, next) => {
      const after = splitEdit(published, next).published;
      for (const field of [
        'languages',
        'presence',
        'dosePlaces',
        'focus',
        'ages',
        'offices',
        'training',
      ] as const)
        expect(published[field] as unknown[]).to.deep.include.members(after[field] as unknown[]);
      for (const field of fieldNames.filter((name) => rowOf(name).edit === yesToNo))
        expect(after[field] && !published[field], field).to.equal(false);
      for (const field of ['name', 'credentials', 'discipline', 'npi', 'about', 'difficultMaterial'] as const)
        expect(after[field] as unknown, field).to.deep.equal(published[field]);
      expect(after.scope === 'in-session' && published.scope !== 'in-session').to.equal(false);
      expect([null, published.pronouns]).to.include(after.pronouns);
      expect([null, published.role]).to.include(after.role);
      expect(after.caseload.patients).to.be.at.most(published.caseload.patients * 1.2);
      expect(after.coordination.how).to.equal(published.coordination.how);
      expect(after.coordination.withPrescriber && !published.coordination.withPrescriber).to.equal(false);
    });
  });

  it('adds no permission to treat, anywhere, on any day', () => {
    fc.assert(
      fc.property(
        edits,
        fc.constantFrom('2001-01-01', '2030-06-01', '2080-01-01'),
        ({ published, next }, day) => {
          const key = (one: object) => JSON.stringify(one);
          const before = permissions(published, day).map(key);
          expect(before).to.include.members(permissions(splitEdit(published, next).published, day).map(key));
        },
      ),
      { numRuns: runs(100, 1000) },
    );
  });

  it('lets nothing more through when it is split again', () => {
    holds((published, next) => {
      const once = splitEdit(published, next);
      const twice = splitEdit(once.published, next);
      expect(twice.published).to.deep.equal(once.published);
      expect(twice.waiting).to.deep.equal(once.waiting);
    });
  });

  it('has only fields that belong to a section', () => {
    for (const field of Object.keys(draftSchema.shape)) expect(sectionOf(field)).to.be.a('string');
    expect(sectionOf('fees.hourly')).to.equal('fees');
    expect(() => sectionOf('__proto__')).to.throw('No profile has the field');
  });
});
