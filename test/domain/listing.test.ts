import { expect } from 'chai';
import fc from 'fast-check';
import { authoritySubject, PSYPACT_SUBJECT } from '../../src/domain/authority.js';
import { addDays, type Day } from '../../src/domain/calendar.js';
import { type Listing, listingChangesOn, listingOn } from '../../src/domain/listing.js';
import type { Profile } from '../../src/domain/profile.js';
import { statuses, type Therapist } from '../../src/domain/therapist.js';
import { arbitraryProfile } from '../support/arbitrary-profile.js';
import { aTherapist, TODAY, verifiedFindings } from '../support/therapist-builder.js';

const license = (state: 'NJ' | 'NY' | 'FL', expiresOn: Day): Profile['authority'][number] => ({
  state,
  basis: 'license',
  type: 'LPC',
  number: '7',
  expiresOn,
});

function without(therapist: Therapist, ...subjects: string[]): Therapist {
  return { ...therapist, findings: therapist.findings.filter(({ subject }) => !subjects.includes(subject)) };
}

describe('the listing of a therapist', () => {
  it('exists only while the therapist is listed', () => {
    const shown = statuses.filter((status) => listingOn(aTherapist({ status }), TODAY) !== null);
    expect(shown).to.deep.equal(['listed']);
  });

  it('does not exist when nothing was published or it was never confirmed', () => {
    expect(listingOn({ ...aTherapist(), published: null }, TODAY)).to.equal(null);
    expect(listingOn({ ...aTherapist(), confirmedAt: null }, TODAY)).to.equal(null);
  });

  it('has a flag from day 90 and is gone from day 120, even if no clock has run', () => {
    const on = (confirmedDaysAgo: number) => listingOn(aTherapist({ confirmedDaysAgo }), TODAY)?.freshness;
    expect([89, 90, 119, 120].map(on)).to.deep.equal(['current', 'overdue', 'overdue', undefined]);
  });

  it('has only the permissions of verified authority', () => {
    const authority = [license('NJ', addDays(TODAY, 9)), license('NY', addDays(TODAY, 9))];
    const therapist = aTherapist({ published: { authority, offices: [], telehealth: true } });
    const claimed = without(therapist, authoritySubject(authority[1]!));
    expect(listingOn(therapist, TODAY)?.permissions.map(({ state }) => state)).to.deep.equal(['NJ', 'NY']);
    expect(listingOn(claimed, TODAY)?.permissions.map(({ state }) => state)).to.deep.equal(['NJ']);
  });

  it('does not count authority that is self-reported or was not shown', () => {
    for (const result of ['self-reported', 'not-shown'] as const) {
      const therapist = aTherapist();
      const findings = therapist.findings.map((finding) => ({ ...finding, result }));
      expect(listingOn({ ...therapist, findings }, TODAY)).to.equal(null);
    }
  });

  it('is gone when no verified authority is left', () => {
    const last = aTherapist({ published: { authority: [license('NJ', TODAY)] } });
    expect(listingOn(last, TODAY)).not.to.equal(null);
    expect(listingOn(last, addDays(TODAY, 1))).to.equal(null);
    expect(listingOn(without(last, authoritySubject(license('NJ', TODAY))), TODAY)).to.equal(null);
  });

  it('reaches other states by PSYPACT only if the APIT and the home license are both verified', () => {
    const home = license('NJ', addDays(TODAY, 9));
    const therapist = aTherapist({
      published: {
        discipline: 'psychologist',
        authority: [home, license('FL', addDays(TODAY, 9))],
        psypact: { apit: '1', homeState: 'NJ', expiresOn: addDays(TODAY, 9) },
        telehealth: true,
      },
    });
    const reach = (one: Therapist) =>
      listingOn(one, TODAY)?.permissions.filter(({ basis }) => basis === 'psypact') ?? [];
    expect(reach(therapist)).not.to.be.empty;
    expect(reach(without(therapist, PSYPACT_SUBJECT))).to.be.empty;
    expect(reach(without(therapist, authoritySubject(home)))).to.be.empty;
  });

  it('has no private field', () => {
    expect(JSON.stringify(listingOn(aTherapist({ email: 'secret@private.example' }), TODAY))).not.to.contain(
      'secret',
    );
  });
});

/** What {@link listingOn} answers but for its freshness. */
function face(therapist: Therapist, day: Day): Omit<Listing, 'freshness'> | null {
  const listing = listingOn(therapist, day);
  if (listing === null) return null;
  const { freshness: _, ...rest } = listing;
  return rest;
}

describe('the next day on which a listing changes', () => {
  it('is the day after the first authority ends, or the day it lapses', () => {
    const ending = (days: number) =>
      aTherapist({ published: { authority: [license('NJ', addDays(TODAY, days))] } });
    expect(listingChangesOn(ending(30), TODAY)).to.equal(addDays(TODAY, 31));
    expect(listingChangesOn(ending(900), TODAY)).to.equal(addDays(TODAY, 110));
    expect(listingChangesOn(ending(-5), addDays(TODAY, 111))).to.equal(null);
  });

  it('is null for a therapist who is not listed', () => {
    expect(listingChangesOn(aTherapist({ status: 'paused' }), TODAY)).to.equal(null);
  });

  const soon = fc.integer({ min: -5, max: 40 }).map((days) => addDays(TODAY, days));
  const listed = fc
    .record({
      profile: arbitraryProfile,
      ends: fc.array(soon, { minLength: 60, maxLength: 60 }),
      daysAgo: fc.nat({ max: 130 }),
    })
    .map(({ profile, ends, daysAgo }) => {
      const published = {
        ...profile,
        authority: profile.authority.map((held, index) => ({ ...held, expiresOn: ends[index]! })),
        psypact: profile.psypact && { ...profile.psypact, expiresOn: ends.at(-1)! },
      };
      return {
        ...aTherapist({ confirmedDaysAgo: daysAgo }),
        published,
        findings: verifiedFindings(published, TODAY),
      };
    });

  it('is never later than a change', () => {
    fc.assert(
      fc.property(listed, (therapist) => {
        const changes = listingChangesOn(therapist, TODAY);
        const today = face(therapist, TODAY);
        for (let days = 1; days < 140; days++) {
          const day = addDays(TODAY, days);
          if (changes !== null && day >= changes) return;
          expect(face(therapist, day), day).to.deep.equal(today);
        }
      }),
      { numRuns: 60 },
    );
  });
});
