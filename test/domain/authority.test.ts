import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Authority,
  authoritySubject,
  type Basis,
  bases,
  type Mode,
  mayHold,
  modes,
  type Practice,
  permissions,
} from '../../src/domain/authority.js';
import { addDays } from '../../src/domain/calendar.js';
import { disciplineIds } from '../../src/domain/reference/disciplines.js';
import { type StateCode, stateCodes, states } from '../../src/domain/reference/states.js';
import { TODAY } from '../support/therapist-builder.js';

const YESTERDAY = addDays(TODAY, -1);
const LATER = addDays(TODAY, 100);

function held(state: StateCode, basis: Authority['basis'] = 'license', expiresOn = LATER): Authority {
  return { state, basis, type: 'LIC', number: '1', expiresOn };
}

function practice(wish: Partial<Practice>): Practice {
  return {
    discipline: 'psychologist',
    authority: [],
    psypact: null,
    offices: [],
    telehealth: false,
    ...wish,
  };
}

/** The states in which `wish` may treat today, by this mode and basis. */
function statesOf(wish: Partial<Practice>, mode: Mode, basis?: Basis): StateCode[] {
  const found = permissions(practice(wish), TODAY).filter(
    (permission) => permission.mode === mode && (basis ?? permission.basis) === permission.basis,
  );
  return found.map((permission) => permission.state);
}

describe('authority to treat, in person', () => {
  it('needs a license of the state and an office there', () => {
    const wish = { authority: [held('NJ'), held('NY')], offices: [{ state: 'NJ' as const }] };
    expect(statesOf(wish, 'in-person')).to.deep.equal(['NJ']);
    expect(statesOf({ ...wish, offices: [] }, 'in-person')).to.be.empty;
    expect(statesOf({ ...wish, authority: [] }, 'in-person')).to.be.empty;
  });

  it('is valid on the last day of the license and not on the day after', () => {
    const until = (day: string) => ({
      authority: [held('NJ', 'license', day)],
      offices: [{ state: 'NJ' as const }],
    });
    expect(statesOf(until(TODAY), 'in-person')).to.deep.equal(['NJ']);
    expect(statesOf(until(YESTERDAY), 'in-person')).to.be.empty;
  });

  it('is counted once, however many offices there are in the state', () => {
    const wish = { authority: [held('NJ')], offices: [{ state: 'NJ' as const }, { state: 'NJ' as const }] };
    expect(statesOf(wish, 'in-person')).to.deep.equal(['NJ']);
  });

  it('never follows from a registration for telehealth, not even with an office', () => {
    const wish = {
      authority: [held('FL', 'telehealth-registration')],
      offices: [{ state: 'FL' as const }],
      telehealth: true,
    };
    expect(statesOf(wish, 'in-person')).to.be.empty;
    expect(statesOf(wish, 'telehealth')).to.deep.equal(['FL']);
  });

  it('never follows from PSYPACT, not even with an office', () => {
    const wish = {
      authority: [held('NJ')],
      psypact: { apit: '1', homeState: 'NJ' as const, expiresOn: LATER },
      offices: [{ state: 'PA' as const }],
      telehealth: true,
    };
    expect(statesOf(wish, 'in-person')).to.be.empty;
    expect(statesOf(wish, 'telehealth')).to.include('PA');
  });
});

describe('authority to treat by telehealth', () => {
  it('needs a license of the state where the patient is, and an offer of telehealth', () => {
    expect(statesOf({ authority: [held('NJ')], telehealth: true }, 'telehealth')).to.deep.equal(['NJ']);
    expect(statesOf({ authority: [held('NJ')], telehealth: false }, 'telehealth')).to.be.empty;
  });

  it('ends the day after the license does', () => {
    const until = (day: string) => ({ authority: [held('NJ', 'license', day)], telehealth: true });
    expect(statesOf(until(TODAY), 'telehealth')).to.deep.equal(['NJ']);
    expect(statesOf(until(YESTERDAY), 'telehealth')).to.be.empty;
  });

  it('follows from a registration only where the state has one', () => {
    for (const state of stateCodes)
      if (states[state].telehealthRegistration === null)
        expect(
          statesOf({ authority: [held(state, 'telehealth-registration')], telehealth: true }, 'telehealth'),
          state,
        ).to.be.empty;
  });
});

describe('a Counseling Compact privilege', () => {
  const privilege = (state: StateCode) => ({
    authority: [held(state, 'counseling-compact')],
    offices: [{ state }],
    telehealth: true,
  });

  it('allows counselors to treat in Arizona and Minnesota, in person and by telehealth', () => {
    const allowed = stateCodes.filter(
      (state) => permissions(practice({ discipline: 'counselor', ...privilege(state) }), TODAY).length === 2,
    );
    expect(allowed).to.deep.equal(['AZ', 'MN']);
    expect(statesOf({ discipline: 'counselor', ...privilege('KS') }, 'telehealth')).to.be.empty;
  });

  it('allows no other discipline to treat', () => {
    const able = disciplineIds.filter(
      (discipline) => statesOf({ discipline, ...privilege('AZ') }, 'telehealth').length > 0,
    );
    expect(able).to.deep.equal(['counselor']);
  });
});

describe('PSYPACT', () => {
  const members = stateCodes.filter((state) => states[state].psypact);
  const whole: Partial<Practice> = {
    authority: [held('NJ')],
    psypact: { apit: '1', homeState: 'NJ', expiresOn: LATER },
    telehealth: true,
  };
  const reached = (wish: Partial<Practice>) => statesOf({ ...whole, ...wish }, 'telehealth', 'psypact');

  it('reaches all member states, and no other', () => {
    expect(reached({})).to.deep.equal(members);
    expect(reached({})).not.to.include.members(['NY', 'CA', 'MA', 'OR']);
  });

  it('is for psychologists only', () => {
    expect(disciplineIds.filter((discipline) => reached({ discipline }).length > 0)).to.deep.equal([
      'psychologist',
    ]);
  });

  it('needs an offer of telehealth', () => {
    expect(reached({ telehealth: false })).to.be.empty;
  });

  it('ends the day after the APIT does', () => {
    expect(reached({ psypact: { apit: '1', homeState: 'NJ', expiresOn: TODAY } })).to.deep.equal(members);
    expect(reached({ psypact: { apit: '1', homeState: 'NJ', expiresOn: YESTERDAY } })).to.be.empty;
  });

  it('is void without a valid license of the home state', () => {
    expect(reached({ authority: [] })).to.be.empty;
    expect(reached({ authority: [held('PA')] })).to.be.empty;
    expect(reached({ authority: [held('NJ', 'license', YESTERDAY)] })).to.be.empty;
    expect(
      reached({
        authority: [held('FL', 'telehealth-registration')],
        psypact: { apit: '1', homeState: 'FL', expiresOn: LATER },
      }),
    ).to.be.empty;
  });

  it('is void if the home state is not a member, even with a license there', () => {
    const psypact = { apit: '1', homeState: 'NY' as const, expiresOn: LATER };
    expect(reached({ authority: [held('NY'), held('NJ')], psypact })).to.be.empty;
  });
});

describe('the rule of authority, for any practice', () => {
  const state = fc.constantFrom(...stateCodes);
  const expiresOn = fc.integer({ min: -3, max: 3 }).map((days) => addDays(TODAY, days));
  const anyPractice: fc.Arbitrary<Practice> = fc.record({
    discipline: fc.constantFrom(...disciplineIds),
    authority: fc.array(
      fc.tuple(state, fc.constantFrom(...bases), expiresOn).map((args) => held(...args)),
      { maxLength: 8 },
    ),
    psypact: fc.option(fc.record({ apit: fc.constant('1'), homeState: state, expiresOn }), { nil: null }),
    offices: fc.array(fc.record({ state }), { maxLength: 4 }),
    telehealth: fc.boolean(),
  });

  it('allows no state without a valid authority for it', () => {
    fc.assert(
      fc.property(anyPractice, (claimed) => {
        for (const permission of permissions(claimed, TODAY)) {
          const own = claimed.authority.some(
            (a) =>
              a.state === permission.state &&
              a.basis === permission.basis &&
              a.expiresOn >= TODAY &&
              mayHold(claimed.discipline, a),
          );
          const reach =
            permission.basis === 'psypact' && claimed.psypact !== null && claimed.psypact.expiresOn >= TODAY;
          expect(own || reach).to.equal(true);
        }
      }),
    );
  });

  it('allows no treatment in person without an office there, nor by telehealth that is not offered', () => {
    fc.assert(
      fc.property(anyPractice, (claimed) => {
        for (const { mode, state } of permissions(claimed, TODAY))
          expect(
            mode === 'telehealth' ? claimed.telehealth : claimed.offices.some((o) => o.state === state),
          ).to.equal(true);
      }),
    );
  });

  it('never adds a permission as time passes', () => {
    fc.assert(
      fc.property(anyPractice, (claimed) => {
        const today = permissions(claimed, TODAY).map((p) => JSON.stringify(p));
        const tomorrow = permissions(claimed, addDays(TODAY, 1)).map((p) => JSON.stringify(p));
        expect(today).to.include.members(tomorrow);
      }),
    );
  });
});

describe('the subject of an authority', () => {
  it('differs for everything that a reviewer looks up separately', () => {
    const subjects = [
      authoritySubject({ state: 'NJ', basis: 'license', type: 'LPC' }),
      authoritySubject({ state: 'NJ', basis: 'license', type: 'LCSW' }),
      authoritySubject({ state: 'FL', basis: 'license', type: 'LPC' }),
      authoritySubject({ state: 'NJ', basis: 'counseling-compact', type: 'LPC' }),
    ];
    expect(new Set(subjects).size).to.equal(4);
  });
});

describe('the words of authority', () => {
  it('are the ones that records and addresses hold', () => {
    expect(modes).to.deep.equal(['in-person', 'telehealth']);
    expect(bases).to.deep.equal(['license', 'telehealth-registration', 'counseling-compact']);
  });

  it('name PSYPACT as the type of what it allows', () => {
    const psypact = { apit: '1', homeState: 'NJ', expiresOn: LATER } as const;
    const found = permissions(practice({ authority: [held('NJ')], psypact, telehealth: true }), TODAY);
    const types = new Set(found.filter(({ basis }) => basis === 'psypact').map(({ type }) => type));
    expect([...types]).to.deep.equal(['PSYPACT']);
  });
});
