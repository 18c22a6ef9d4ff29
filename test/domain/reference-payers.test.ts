import { expect } from 'chai';
import { lineIds, lines } from '../../src/domain/reference/lines.js';
import {
  blueAliases,
  blueByState,
  genericAliases,
  medicaidByState,
  payerIds,
  payerServes,
  payers,
  payersByGenericAlias,
  payerWords,
  tricareByState,
} from '../../src/domain/reference/payers.js';
import { isStateCode, stateCodes } from '../../src/domain/reference/states.js';

/** The payers whose words contain exactly this one. */
const named = (word: string) => payerIds.filter((id) => payerWords(id).includes(word));

describe('the list of payers', () => {
  it('has at least 48 payers, each with a stable id', () => {
    expect(payerIds.length).to.be.at.least(48);
    for (const id of payerIds) {
      expect(id).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(payers[id].id).to.equal(id);
    }
  });

  it('has only known lines and known states', () => {
    for (const id of payerIds) {
      const { states, lines: sold } = payers[id];
      expect(sold, id).not.to.be.empty;
      expect(lineIds).to.include.members([...sold]);
      expect(new Set(sold).size).to.equal(sold.length);
      if (states === 'all') continue;
      expect(states, id).not.to.be.empty;
      expect(new Set(states).size, id).to.equal(states.length);
      expect(states.filter((state) => !isStateCode(state))).to.deep.equal([]);
    }
  });

  it('has a payer for every line in every state', () => {
    for (const state of stateCodes)
      for (const line of lineIds) {
        const sellers = payerIds.filter((id) => payerServes(id, state) && payers[id].lines.includes(line));
        expect(sellers, `${state} ${line}`).not.to.be.empty;
      }
  });

  it('has no two payers with the same name or alias', () => {
    const words = [
      ...payerIds.filter((id) => id !== 'medicaid').flatMap(payerWords),
      ...genericAliases.flatMap((generic) => generic.words),
    ];
    const twice = words.filter((word, index) => words.indexOf(word) !== index);
    expect(twice).to.deep.equal([]);
    for (const word of words) expect(word).to.equal(word.toLowerCase().trim());
  });

  it('finds a payer by the names that people use', () => {
    for (const word of ['uhc', 'optum', 'ubh', 'umr', 'oxford'])
      expect(named(word)).to.deep.equal(['unitedhealthcare']);
    expect(named('evernorth')).to.deep.equal(['cigna']);
    expect(named('amerigroup')).to.deep.equal(['wellpoint']);
    expect(named('ghi')).to.deep.equal(['emblemhealth']);
    expect(named('anthem bcbs')).to.deep.equal(['anthem']);
    expect(named('horizon')).to.deep.equal(['horizon-bcbsnj']);
    expect(named('coventry')).to.deep.equal(['aetna']);
    expect(named('valueoptions')).to.deep.equal(['carelon']);
    expect(named('humana military')).to.deep.equal(['tricare-east']);
    expect(named('triwest')).to.deep.equal(['tricare-west']);
  });
});

describe('a word that names a payer only together with a state', () => {
  it('names a Blue, one Medicaid and one TRICARE in every state', () => {
    for (const state of stateCodes) {
      expect(blueByState[state], state).not.to.be.empty;
      expect(medicaidByState[state], state).to.have.length(1);
      expect(tricareByState[state], state).to.have.length(1);
      for (const word of blueAliases) expect(payersByGenericAlias(word, state), state).not.to.be.empty;
    }
  });

  it('only names payers that serve the state', () => {
    for (const { byState } of genericAliases)
      for (const state of stateCodes)
        for (const id of byState[state] ?? [])
          expect(payerServes(id, state), `${id} ${state}`).to.equal(true);
  });

  it('names the company that people mean', () => {
    expect(payersByGenericAlias('BCBS', 'NJ')).to.deep.equal(['horizon-bcbsnj']);
    expect(payersByGenericAlias('blue cross', 'FL')).to.deep.equal(['florida-blue']);
    expect(payersByGenericAlias('bcbs', 'TX')).to.deep.equal(['bcbs-texas']);
    expect(payersByGenericAlias('medicaid', 'CA')).to.deep.equal(['medi-cal']);
    expect(payersByGenericAlias('medicaid', 'NJ')).to.deep.equal(['nj-familycare']);
    expect(payersByGenericAlias('medicaid', 'TX')).to.deep.equal(['medicaid']);
    expect(payersByGenericAlias('tricare', 'NJ')).to.deep.equal(['tricare-east']);
    expect(payersByGenericAlias('tricare', 'TX')).to.deep.equal(['tricare-west']);
    expect(payersByGenericAlias('aetna', 'NJ')).to.deep.equal([]);
  });

  it('distinguishes Blue Shield of California from Anthem Blue Cross', () => {
    expect(payersByGenericAlias('blue shield', 'CA')).to.deep.equal(['blue-shield-ca']);
    expect(payersByGenericAlias('blue cross', 'CA')).to.deep.equal(['anthem']);
    expect(payersByGenericAlias('bcbs', 'CA')).to.have.members(['anthem', 'blue-shield-ca']);
  });

  it('names HCSC in its five states and nowhere else', () => {
    const at = stateCodes.filter((state) => payersByGenericAlias('hcsc', state).length > 0);
    expect(at).to.have.members(['IL', 'TX', 'OK', 'NM', 'MT']);
  });
});

describe('the list of lines of business', () => {
  it('has six lines, which share no alias', () => {
    expect(lineIds).to.have.length(6);
    const words = lineIds.flatMap((id) => lines[id].aliases);
    expect(new Set(words).size).to.equal(words.length);
  });
});
