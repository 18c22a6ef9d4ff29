import { assert } from 'chai';
import fc from 'fast-check';
import { erasureHash } from '../../src/compose/erasure-hash.js';
import {
  erasureHashes,
  erasureKeys,
  erasureSchema,
  isErasedBy,
  personKeys,
} from '../../src/domain/erasure.js';
import { ERASED_LICENSE } from '../../src/domain/old-names.js';
import { arbitraryTherapist } from '../support/arbitrary-therapist.js';
import { aTherapist, verifiedFindings } from '../support/therapist-builder.js';

const hash = erasureHash('a key of thirty-two characters...');

const license = (state: 'FL' | 'NJ' | 'NY', number: string) =>
  ({ state, basis: 'license', type: 'Psychologist', number, expiresOn: '2030-01-01' }) as const;

const ana = () =>
  aTherapist({
    email: 'Ana@Practice.example',
    published: { npi: '1234567893', authority: [license('FL', 'SW 12-345')] },
    draft: { npi: null, authority: [license('NJ', '44SC0'), license('NY', 'applied for')] },
  });

describe('erasure', () => {
  it('recognizes a person by email address, NPI and every license, published or in a draft', () => {
    assert.deepEqual(personKeys(ana()), [
      'email:ana@practice.example',
      'npi:1234567893',
      `${ERASED_LICENSE}:FL:sw12345`,
      `${ERASED_LICENSE}:NJ:44sc0`,
    ]);
  });

  it('does not hash an NPI or a license that nobody verified', () => {
    assert.deepEqual(erasureKeys(ana()), [
      'email:ana@practice.example',
      'npi:1234567893',
      `${ERASED_LICENSE}:FL:sw12345`,
    ]);
    const stranger = aTherapist({
      status: 'submitted',
      email: 'stranger@practice.example',
      published: null,
      draft: { npi: '1234567893', authority: [license('FL', 'SW 12-345')] },
    });
    assert.deepEqual(erasureKeys(stranger), ['email:stranger@practice.example']);
    const findings = verifiedFindings(ana().published!, '2026-01-01');
    assert.deepEqual(erasureKeys({ ...stranger, findings }), [
      'email:stranger@practice.example',
      'npi:1234567893',
      `${ERASED_LICENSE}:FL:sw12345`,
    ]);
  });

  it('recognizes a person however they spell it', () => {
    const again = aTherapist({
      email: 'ANA@practice.EXAMPLE',
      published: { npi: '1234567893', authority: [license('FL', 'sw12345')] },
    });
    assert.deepEqual(erasureHashes(again, hash), erasureHashes(ana(), hash));
  });

  it('keeps no email address, NPI or license in the clear', () => {
    fc.assert(
      fc.property(arbitraryTherapist, (therapist) => {
        const hashes = erasureHashes(therapist, hash);
        const erasure = {
          id: 'erasure01',
          revision: 1,
          hashes,
          action: 'withdraw',
          reason: null,
          on: '2026-03-01',
        };
        assert.deepEqual(erasureSchema.parse(erasure), erasure);
        assert.lengthOf(hashes, erasureKeys(therapist).length);
        assert.deepEqual(hashes, [...hashes].sort());
      }),
    );
  });

  it('makes different hashes with another key', () => {
    const others = new Set(erasureHashes(ana(), erasureHash('another key of thirty-two letters')));
    assert.isFalse(erasureHashes(ana(), hash).some((one) => others.has(one)));
  });

  it('is about records from before its day, and not about a person who came back later', () => {
    const on = '2026-03-01';
    assert.isTrue(isErasedBy({ createdAt: '2025-01-01T00:00:00.000Z' }, { on }));
    assert.isTrue(isErasedBy({ createdAt: '2026-03-01T23:59:59.999Z' }, { on }));
    assert.isFalse(isErasedBy({ createdAt: '2026-03-02T00:00:00.000Z' }, { on }));
  });
});
