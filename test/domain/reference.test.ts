import { expect } from 'chai';
import { ageIds, ages } from '../../src/domain/reference/ages.js';
import { disciplineIds, disciplines } from '../../src/domain/reference/disciplines.js';
import { focuses, focusIds } from '../../src/domain/reference/focuses.js';
import { languageIds, languages } from '../../src/domain/reference/languages.js';
import { licenseTitles } from '../../src/domain/reference/license-titles.js';
import { programIds, programs, trainingKinds } from '../../src/domain/reference/programs.js';
import { isStateCode, stateCodes, states } from '../../src/domain/reference/states.js';

describe('the list of states', () => {
  it('has the fifty states and the District of Columbia, sorted by name', () => {
    expect(new Set(stateCodes).size).to.equal(51);
    const names = stateCodes.map((code) => states[code].name);
    expect(new Set(names).size).to.equal(51);
    expect(names).to.deep.equal(names.toSorted());
    for (const code of stateCodes) expect(states[code].code).to.equal(code);
  });

  it('has all states but nine in PSYPACT (March 2026)', () => {
    const members = stateCodes.filter((code) => states[code].psypact);
    const expected =
      'AL AZ AR CO CT DE DC FL GA ID IL IN KS KY ME MD MI MN MS MO MT NE NV NH NJ NC ND ' +
      'OH OK PA RI SC SD TN TX UT VT VA WA WV WI WY';
    expect(members).to.have.members(expected.split(' '));
    const others = stateCodes.filter((code) => !states[code].psypact);
    expect(others).to.have.members(['AK', 'CA', 'HI', 'IA', 'LA', 'MA', 'NM', 'NY', 'OR']);
  });

  it('has Counseling Compact privileges in Arizona and Minnesota only', () => {
    expect(stateCodes.filter((code) => states[code].counselingCompact)).to.deep.equal(['AZ', 'MN']);
  });

  it('has a register for telehealth from elsewhere in Florida, under 456.47', () => {
    expect(states.FL.telehealthRegistration?.statute).to.contain('456.47');
    expect(states.NJ.telehealthRegistration).to.equal(null);
  });

  it('has a license look-up over https for each state', () => {
    for (const code of stateCodes) expect(new URL(states[code].boardLookup).protocol).to.equal('https:');
  });

  it('accepts codes in capitals only', () => {
    expect(isStateCode('NJ')).to.equal(true);
    for (const text of ['nj', 'PR', 'ON', '', 'toString']) expect(isStateCode(text)).to.equal(false);
  });
});

describe('the list of disciplines', () => {
  it('has NUCC codes, each code once', () => {
    const codes = disciplineIds.flatMap((id) => disciplines[id].nucc.map(({ code }) => code));
    const expected =
      '103T00000X 103TC0700X 103TC1900X 1041C0700X 106H00000X 101Y00000X 101YM0800X 101YP2500X 2084P0800X ' +
      '363LP0808X 364SP0808X';
    expect(codes).to.have.members(expected.split(' '));
  });

  it('gives PSYPACT to psychologists only, and the Counseling Compact to counselors only', () => {
    expect(disciplineIds.filter((id) => disciplines[id].psypactEligible)).to.deep.equal(['psychologist']);
    expect(disciplineIds.filter((id) => disciplines[id].counselingCompactEligible)).to.deep.equal([
      'counselor',
    ]);
  });
});

describe('the list of license titles', () => {
  it('has a title for every discipline in every state', () => {
    for (const state of stateCodes)
      for (const discipline of disciplineIds) {
        const titles = licenseTitles(state, discipline);
        expect(titles, `${state} ${discipline}`).not.to.be.empty;
        expect(new Set(titles).size).to.equal(titles.length);
      }
  });

  it('has different titles of counselors by state', () => {
    const expected = { FL: 'LMHC', NJ: 'LPC', NY: 'LMHC', IL: 'LCPC', CA: 'LPCC', DC: 'LPC' } as const;
    for (const state of ['FL', 'NJ', 'NY', 'IL', 'CA', 'DC'] as const)
      expect(licenseTitles(state, 'counselor')).to.deep.equal([expected[state]]);
    for (const state of ['NH', 'RI', 'UT', 'VT'] as const)
      expect(licenseTitles(state, 'counselor')).to.deep.equal(['LCMHC']);
    const lpc = stateCodes.filter((state) => licenseTitles(state, 'counselor').includes('LPC'));
    expect(lpc).to.have.length(25).and.include('DC');
  });

  it('has different titles of social workers by state', () => {
    expect(licenseTitles('NJ', 'clinical-social-worker')).to.deep.equal(['LCSW']);
    expect(licenseTitles('MA', 'clinical-social-worker')).to.deep.equal(['LICSW']);
    expect(licenseTitles('MD', 'clinical-social-worker')).to.deep.equal(['LCSW-C']);
    expect(licenseTitles('OH', 'clinical-social-worker')).to.deep.equal(['LISW']);
  });
});

describe('the list of training programs', () => {
  it('has all programs that the field knows', () => {
    const expected =
      'fluence polaris-insight maps ciis naropa ipi journey-clinical prati ketamine-training-center yale-framework ' +
      'sage-institute living-medicine-institute onca apprenticeship other';
    expect(programIds).to.have.members(expected.split(' '));
    for (const id of programIds) {
      expect(programs[id].id).to.equal(id);
      expect(trainingKinds).to.include.members([...programs[id].kinds]);
      expect(programs[id].kinds).not.to.be.empty;
    }
  });

  it('distinguishes the Yale framework, an apprenticeship and "other" from schools', () => {
    const noSchool = programIds.filter((id) => !programs[id].isSchool);
    expect(noSchool).to.have.members(['yale-framework', 'apprenticeship', 'other']);
    for (const id of noSchool) expect(programs[id].awards).to.be.empty;
  });

  it('says that the MAPS training is for MDMA-assisted therapy', () => {
    expect(programs.maps.caution).to.contain('MDMA').and.contain('Lykos');
  });

  it('has the lengths that were offered', () => {
    expect(programs.fluence.hours).to.deep.equal([75, 125, 150]);
    expect(programs.ciis.hours).to.deep.equal([150]);
    expect(programs['journey-clinical'].hours).to.deep.equal([6]);
  });

  it('has no two programs with the same alias', () => {
    const words = programIds.flatMap((id) => programs[id].aliases);
    expect(new Set(words).size).to.equal(words.length);
  });
});

describe('each list of focuses, languages or ages', () => {
  it('has a label for each choice, and no label twice', () => {
    const labeled = [
      focusIds.map((id) => focuses[id].label),
      languageIds.map((id) => languages[id].label),
      ageIds.map((id) => ages[id].label),
    ];
    for (const labels of labeled) {
      expect(new Set(labels).size).to.equal(labels.length);
      for (const label of labels) expect(label).to.match(/^[A-Z]/);
    }
  });

  it('includes what the field asks for first', () => {
    expect(focusIds.slice(0, 5)).to.deep.equal([
      'treatment-resistant-depression',
      'ptsd',
      'complex-ptsd',
      'treatment-resistant-anxiety',
      'chronic-pain',
    ]);
    expect(languageIds).to.include.members(['en', 'es', 'ht', 'pt', 'zh', 'ase']);
  });
});
