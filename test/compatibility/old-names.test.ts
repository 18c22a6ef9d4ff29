import { expect } from 'chai';
import {
  currentAddress,
  currentField,
  ERASED_LICENSE,
  withCurrentNames,
} from '../../src/domain/old-names.js';

describe('an old name', () => {
  const addresses: [string, string | null][] = [
    [
      '/therapists?state=NJ&programme=fluence&programme=maps',
      '/therapists?state=NJ&program=fluence&program=maps',
    ],
    ['/therapists?programme', '/therapists?program'],
    ['/api/v1/programmes', '/api/v1/programs'],
    ['/api/v1/programmes/?a=1', '/api/v1/programs/?a=1'],
    ['/api/v1/therapists?programme=naropa', '/api/v1/therapists?program=naropa'],
    ['/therapists?q=programme', null],
    ['/therapists?xprogramme=1', null],
    ['/programmes', null],
    ['/', null],
  ];
  for (const [old, current] of addresses)
    it(`${current === null ? 'is not in' : 'is redirected from'} ${old}`, () => {
      expect(currentAddress(old)).to.equal(current);
    });

  it('is read in maps of spreadsheets', () => {
    expect(currentField('training.2.programme')).to.equal('training.2.program');
    expect(currentField('supervisor.licence')).to.equal('supervisor.license');
    expect(currentField('name')).to.equal('name');
  });

  it('keeps the bytes from which hashes were made', () => {
    expect(ERASED_LICENSE).to.equal('licence');
  });

  it('adds nothing to a record that lacks a part, and changes nothing the second time', () => {
    const once = withCurrentNames({ schemaVersion: 2, letters: [{ kind: 'licence-expired', facts: {} }] });
    expect(once).to.deep.equal({ schemaVersion: 2, queuedEmails: [{ kind: 'license-expired', facts: {} }] });
    expect(withCurrentNames(once)).to.deep.equal(once);
  });
});
