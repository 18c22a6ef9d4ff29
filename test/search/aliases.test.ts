import { expect } from 'chai';
import { blueByState, payerIds } from '../../src/domain/reference/payers.js';
import { stateCodes, states } from '../../src/domain/reference/states.js';
import { type Resolved, resolveAliases } from '../../src/search/aliases.js';

const allBlues = payerIds.filter((id) => Object.values(blueByState).flat().includes(id));

type Row = [text: string, meant: Partial<Resolved>, known?: 'FL' | 'NJ' | 'TX'];

const rows: Row[] = [
  // insurance and state
  ['bcbs nj', { payer: ['horizon-bcbsnj'], state: 'NJ', moved: ['bcbs', 'nj'] }],
  ['NJ BCBS', { payer: ['horizon-bcbsnj'], state: 'NJ' }],
  ['bcbs ma', { payer: ['bcbs-massachusetts'], state: 'MA' }],
  ['bcbs or', { payer: ['regence'], state: 'OR' }],
  ['bcbs in', { payer: ['anthem'], state: 'IN' }],
  ['blue cross blue shield of florida', { payer: ['florida-blue'], state: 'FL' }],
  ['Blue Cross & Blue Shield of Texas', { payer: ['bcbs-texas'], state: 'TX' }],
  ['blue shield of california', { payer: ['blue-shield-ca'], state: 'CA' }],
  ['blue cross california', { payer: ['anthem'], state: 'CA' }],
  ['bcbs kansas city', { payer: ['blue-kc'] }],
  ['bcbs', { payer: ['bcbs-texas'] }, 'TX'],
  ['bcbs', { payer: allBlues }],
  ['anthem blue cross', { payer: ['anthem'] }],
  ['united healthcare', { payer: ['unitedhealthcare'] }],
  ['uhc', { payer: ['unitedhealthcare'] }],
  ['takes aetna insurance', { payer: ['aetna'], moved: ['aetna'] }],
  ['aetna fl fluence', { payer: ['aetna'], state: 'FL', q: 'fluence' }],
  ['aetna or cigna', { payer: ['aetna', 'cigna'] }],
  ['aetna OR cigna', { payer: ['aetna', 'cigna'] }],
  ['aetna in nj', { payer: ['aetna'], state: 'NJ' }],
  ['horizon', { payer: ['horizon-bcbsnj'] }],
  // kinds of plan
  ['medicaid', { line: ['medicaid'] }],
  ['medicaid nj', { payer: ['nj-familycare'], state: 'NJ' }],
  ['medi-cal', { payer: ['medi-cal'] }],
  ['aetna medicaid florida', { payer: ['aetna'], line: ['medicaid'], state: 'FL' }],
  ['bcbs medicaid tx', { payer: ['bcbs-texas'], line: ['medicaid'], state: 'TX' }],
  ['humana medicare advantage', { payer: ['humana'], line: ['medicare-advantage'] }],
  ['tricare', { line: ['tricare'] }],
  ['tricare', { payer: ['tricare-east'] }, 'FL'],
  ['original medicare', { payer: ['medicare'] }],
  ['obamacare', { line: ['marketplace'] }],
  ['oscar marketplace plan', { payer: ['oscar'], line: ['marketplace'] }],
  // states, and codes that are words
  ['ptsd in oregon', { state: 'OR', q: 'ptsd', moved: ['oregon'] }],
  ['therapist in maine', { state: 'ME' }],
  ['me', { q: 'me' }],
  ['ME', { state: 'ME' }],
  ['OR', { state: 'OR' }],
  ['or', { q: 'or' }],
  ['therapist for me', { q: 'therapist for me' }],
  ['trauma or anxiety', { q: 'trauma or anxiety' }],
  ['PTSD OR TRAUMA', { q: 'PTSD OR TRAUMA' }],
  ['me aetna', { payer: ['aetna'], state: 'ME' }],
  ['hi', { q: 'hi' }],
  ['somatic, HI', { state: 'HI', q: 'somatic' }],
  ['la paz', { q: 'la paz' }],
  ['ocd west virginia', { state: 'WV', q: 'ocd' }],
  ['Washington, D.C.', { state: 'DC' }],
  ['kansas city', { q: 'kansas city' }],
  ['nj ny', { state: 'NJ', moved: ['nj', 'ny'] }],
  ['flordia', { state: 'FL' }],
  // ZIP codes
  ['fluence near 07030', { near: '07030', q: 'fluence' }],
  ['99999', { q: '99999' }],
  // mistyped
  ['optun', { payer: ['unitedhealthcare'] }],
  ['atena', { payer: ['aetna'] }],
  ['medical', { q: 'medical' }],
  ['untied', { q: 'untied' }],
  ['horizons', { q: 'horizons' }],
  ['fluance', { q: 'fluance' }],
  ['marine', { q: 'marine' }],
  // names
  ['Dr Oscar Molina', { q: 'Dr Oscar Molina' }],
  ['dr ana molina aetna', { q: 'dr ana molina', payer: ['aetna'] }],
  ['oscar molina', { q: 'oscar molina' }],
  ['Maria Molina', { q: 'Maria Molina' }],
  ['New Horizon Counseling', { q: 'New Horizon Counseling' }],
  ['Georgia Smith', { q: 'Georgia Smith' }],
  ['Anxiety Georgia', { q: 'Anxiety', state: 'GA' }],
  ['Oscar Health', { payer: ['oscar'] }],
  ['Kaiser Permanente', { payer: ['kaiser-permanente'] }],
  ["O'Brien", { q: "O'Brien" }],
  ['', {}],
  ['__proto__ constructor', { q: '__proto__ constructor' }],
];

describe('aliases in the text', () => {
  for (const [text, meant, known] of rows) {
    const given = known ? ` with ${known} chosen` : '';
    it(`are read in ${JSON.stringify(text)}${given}`, () => {
      const found = resolveAliases(text, { state: known ?? null });
      const { moved, ...rest } = meant;
      expect(found).to.include.all.keys('q', 'payer', 'line', 'moved');
      const { moved: foundMoved, ...foundRest } = found;
      expect(foundRest).to.deep.equal({ q: '', payer: [], line: [], ...rest });
      if (moved) expect(foundMoved).to.deep.equal(moved);
    });
  }

  it('leave no alias in the remaining words', () => {
    for (const [text] of rows) {
      const { q, state } = resolveAliases(text);
      expect(resolveAliases(q, { state: state ?? null }).moved, text).to.deep.equal([]);
    }
  });

  it('include the name of every state', () => {
    for (const code of stateCodes) expect(resolveAliases(states[code].name).state, code).to.equal(code);
  });
});
