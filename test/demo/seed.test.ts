import { expect } from 'chai';
import { resolveSeed } from '../../src/demo/resolve-seed.js';
import type { SeedTherapist } from '../../src/demo/seed-therapist.js';
import { bases, type Permission, permissions } from '../../src/domain/authority.js';
import { toDay } from '../../src/domain/calendar.js';
import { listingOn } from '../../src/domain/listing.js';
import { dosePlaces, presences, roles, scopes } from '../../src/domain/questions.js';
import { ageIds } from '../../src/domain/reference/ages.js';
import { disciplineIds } from '../../src/domain/reference/disciplines.js';
import { focusIds } from '../../src/domain/reference/focuses.js';
import { lineIds } from '../../src/domain/reference/lines.js';
import { payerIds, payerServes, payers } from '../../src/domain/reference/payers.js';
import { programIds } from '../../src/domain/reference/programs.js';
import { stateCodes } from '../../src/domain/reference/states.js';
import { zipPlace } from '../../src/domain/reference/zip-codes.js';
import { therapistSchema } from '../../src/domain/therapist.js';
import { frozenSeeds } from '../support/frozen-seeds.js';

const days = ['2026-01-01', '2026-02-28', '2026-06-30', '2026-11-22', '2027-12-31', '2028-02-29'];
const at = (day: string) => new Date(`${day}T15:30:00Z`);

describe('frozen therapists', () => {
  let seeds: SeedTherapist[];
  before(async () => {
    seeds = await frozenSeeds();
  });

  const tally = (valuesOf: (profile: SeedTherapist['profile']) => readonly unknown[]) =>
    new Set(seeds.flatMap(({ profile }) => valuesOf(profile)));
  const livingIn = (state: string) => seeds.filter((seed) => seed.profile.authority[0]?.state === state);
  const speakers = (state: string, language: string) =>
    livingIn(state).filter(({ profile }) => (profile.languages as string[]).includes(language)).length;

  it('has at least 264, two or more in every state, many in Florida and New Jersey', () => {
    expect(seeds.length).to.be.at.least(264);
    for (const state of stateCodes) expect(livingIn(state).length, state).to.be.at.least(2);
    expect(livingIn('FL').length).to.be.at.least(40);
    expect(livingIn('NJ').length).to.be.at.least(36);
  });

  for (const day of days)
    it(`makes valid records on ${day}, most of them listed`, () => {
      const records = seeds.map((seed) => resolveSeed(seed, at(day)));
      for (const record of records) expect(therapistSchema.safeParse(record).error).to.equal(undefined);
      const listed = records.filter((record) => listingOn(record, day));
      expect(listed.length).to.equal(records.filter((_, i) => seeds[i]!.confirmedDaysAgo < 120).length);
      expect(listed.length).to.be.at.least(240);
    });

  it('lists someone in every state on each of these days', () => {
    for (const day of days) {
      const listings = seeds.map((seed) => listingOn(resolveSeed(seed, at(day)), day));
      const found = new Set(listings.flatMap((one) => one?.permissions ?? []).map(({ state }) => state));
      expect(found.size).to.equal(stateCodes.length);
    }
  });

  it('covers every scope, presence, place, role, program, line, basis, focus, age and discipline', () => {
    for (const [seen, wanted] of [
      [tally(({ scope }) => [scope]), scopes],
      [tally(({ presence }) => presence), presences],
      [tally((profile) => profile.dosePlaces), dosePlaces],
      [tally(({ role }) => [role]), [...roles, null]],
      [tally(({ training }) => training.map(({ program }) => program)), programIds],
      [tally(({ coverage }) => coverage.map(({ line }) => line)), lineIds],
      [tally(({ coverage }) => coverage.map(({ payer }) => payer)), payerIds],
      [tally(({ authority }) => authority.map(({ basis }) => basis)), bases],
      [tally(({ focus }) => focus), focusIds],
      [tally(({ ages }) => ages), ageIds],
      [tally(({ discipline }) => [discipline]), disciplineIds],
    ] as const)
      expect([...seen]).to.have.members([...wanted]);
    expect(tally(({ psypact }) => [psypact !== null]).size).to.equal(2);
  });

  it('has practices with one office, with several, and by telehealth only', () => {
    const offices = tally((profile) => [Math.min(2, profile.offices.length)]);
    expect([...offices]).to.have.members([0, 1, 2]);
    expect([...tally(({ telehealth }) => [telehealth])]).to.have.members([true, false]);
    expect([...tally(({ fees }) => [fees.slidingScale])]).to.have.members([true, false]);
    expect(seeds.some(({ profile }) => profile.fees.hourly === null)).to.equal(true);
    expect(seeds.some(({ profile }) => profile.coverage.length === 0)).to.equal(true);
  });

  it('has overdue and lapsed listings', () => {
    const overdue = seeds.filter((seed) => seed.confirmedDaysAgo >= 90 && seed.confirmedDaysAgo < 120);
    const lapsed = seeds.filter((seed) => seed.confirmedDaysAgo > 120);
    expect(overdue.length).to.be.at.least(15);
    expect(lapsed.length).to.be.at.least(8);
  });

  it('has speakers of the languages common in each state', () => {
    for (const language of ['es', 'ht', 'pt']) expect(speakers('FL', language), language).to.be.at.least(3);
    for (const language of ['es', 'pt', 'ko', 'hi'])
      expect(speakers('NJ', language), language).to.be.at.least(3);
  });

  it('has different people with different texts', () => {
    const names = seeds.map(({ slug, email, profile }) => [slug, email, profile.about, profile.name]);
    for (const field of [0, 1, 2, 3])
      expect(new Set(names.map((one) => one[field])).size).to.equal(seeds.length);
    const npis = seeds.flatMap(({ profile }) => profile.npi ?? []);
    expect(new Set(npis).size).to.equal(npis.length);
    expect(npis.length).to.be.at.least(seeds.length * 0.75);
  });

  it('opens each description differently within a state', () => {
    for (const state of stateCodes) {
      const openings = livingIn(state).map(({ profile }) => profile.about.slice(0, 60));
      expect(new Set(openings).size, state).to.equal(openings.length);
    }
  });

  it('has no real contacts: fictional phones, example domains, unassigned numbers', () => {
    for (const { email, profile } of seeds) {
      const { phone, web, email: shown } = profile.contact;
      expect(phone ?? '212-555-0100').to.match(/^\d{3}-555-01\d\d$/);
      expect(new URL(web ?? 'https://a.example').hostname).to.match(/\.example$/);
      expect(`${email} ${shown ?? ''}`.trim()).to.match(/^\S+@\S+\.example( \S+@\S+\.example)?$/);
      expect(profile.npi ?? '2').to.match(/^2/);
    }
  });

  it('has offices with valid ZIP codes, in states of a license', () => {
    for (const { slug, profile } of seeds)
      for (const { city, state, zip } of profile.offices) {
        expect(zipPlace(zip), `${slug} ${zip}`).to.include({ city, state });
        const held = profile.authority.filter((one) => one.basis === 'license');
        expect(held.map((one) => one.state)).to.include(state);
      }
  });

  it('has only insurance that exists in a state where the therapist may treat', () => {
    for (const seed of seeds) {
      const { published } = resolveSeed(seed, at('2026-03-01'));
      const treats = new Set(permissions(published!, '2026-03-01').map(({ state }: Permission) => state));
      for (const { state, payer, line } of published!.coverage) {
        expect(treats.has(state), `${seed.slug} ${state}`).to.equal(true);
        expect(payerServes(payer, state) && payers[payer].lines.includes(line), `${payer} ${line}`).to.equal(
          true,
        );
      }
    }
  });

  it('has sessions that fit the practice', () => {
    for (const { slug, profile } of seeds) {
      const { scope, presence, role, offices, telehealth } = profile;
      if (presence.includes('room')) expect(offices, slug).to.not.be.empty;
      if (presence.includes('video') || presence.includes('phone')) expect(telehealth, slug).to.equal(true);
      if (scope === 'preparation-and-integration') expect([presence, role], slug).to.deep.equal([[], null]);
    }
  });

  it('has fees and caseloads in a realistic range', () => {
    for (const { profile } of seeds) {
      expect(profile.fees.hourly ?? 150).to.be.within(150, 400);
      expect(profile.fees.packagePerSession ?? 500).to.be.within(500, 1200);
      expect(profile.caseload.patients).to.be.within(0, 140);
    }
  });

  it('has findings after the application, and none in the future', () => {
    for (const { slug, createdDaysAgo, confirmedDaysAgo, changedDaysAgo, findings } of seeds) {
      const ages = [
        confirmedDaysAgo,
        ...Object.values(changedDaysAgo),
        ...findings.map((one) => one.daysAgo),
      ];
      for (const age of ages) expect(age, slug).to.be.within(0, createdDaysAgo);
    }
  });

  it('makes the same records at any hour of a day', () => {
    const seed = seeds[0]!;
    expect(resolveSeed(seed, new Date('2026-05-05T00:00:00Z'))).to.deep.equal(
      resolveSeed(seed, new Date('2026-05-05T23:59:59Z')),
    );
    expect(toDay(new Date(resolveSeed(seed, at('2026-05-05')).updatedAt))).to.equal('2026-05-05');
  });
});
