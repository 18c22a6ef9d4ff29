import { expect } from 'chai';
import { generatedIndex, generateTherapists } from '../../scripts/seed/generate.js';
import { parts } from '../../scripts/seed/parts.js';
import { seedResolver } from '../../src/demo/resolve-seed.js';
import { seedTherapistSchema } from '../../src/demo/seed-therapist.js';
import { isVerified } from '../../src/domain/findings.js';
import { listingOn } from '../../src/domain/listing.js';
import { stateCodes } from '../../src/domain/reference/states.js';
import { zipPlace } from '../../src/domain/reference/zip-codes.js';
import { fold } from '../../src/domain/text.js';
import { therapistSchema } from '../../src/domain/therapist.js';

const make = (count: number, seed = 'test', startAt = 0) => [...generateTherapists({ count, seed, startAt })];

describe('therapist generator', () => {
  it('makes the same people from the same seed, and others from another', () => {
    expect(make(30)).to.deep.equal(make(30));
    expect(make(1)[0]!.profile.about).to.not.equal(make(1, 'other')[0]!.profile.about);
  });

  it('makes the hundredth without the first', () => {
    expect(make(1, 'test', 99)[0]).to.deep.equal(make(100)[99]);
  });

  it('makes valid records, and lists exactly those confirmed within 120 days', () => {
    const resolve = seedResolver(new Date('2026-03-02T12:00:00Z'));
    for (const seed of make(1500)) {
      expect(seedTherapistSchema.safeParse(seed).error, seed.slug).to.equal(undefined);
      const record = resolve(seed);
      expect(therapistSchema.safeParse(record).error, seed.slug).to.equal(undefined);
      expect(listingOn(record, '2026-03-02') !== null, seed.slug).to.equal(seed.confirmedDaysAgo < 120);
      expect(isVerified(record.findings, 'identity')).to.equal(true);
    }
  });

  it('never repeats an id, slug, email or NPI', () => {
    const many = [...make(1500), ...make(1500, 'other', 1500)];
    for (const keyOf of [(one) => one.id, (one) => one.slug, (one) => one.email] as ((
      one: (typeof many)[number],
    ) => string)[])
      expect(new Set(many.map(keyOf)).size).to.equal(many.length);
    const npis = many.flatMap(({ profile }) => profile.npi ?? []);
    expect(new Set(npis).size).to.equal(npis.length);
    expect(generatedIndex(many[1234]!.id)).to.equal(1234);
  });

  it('puts a quarter of them in Florida and New Jersey, and some in every state', () => {
    const homes = make(4000).map(({ profile }) => profile.authority[0]!.state);
    const dense = homes.filter((state) => state === 'FL' || state === 'NJ').length;
    expect(dense / homes.length).to.be.within(0.22, 0.28);
    expect(new Set(homes).size).to.equal(stateCodes.length);
  });
});

describe('generator material', () => {
  it('has enough names, each once', () => {
    const given = parts.nameGroups.flatMap(({ she, he, they }) => [...she, ...he, ...they]).map(fold);
    const family = parts.nameGroups.flatMap((group) => group.family).map(fold);
    expect(new Set(given).size).to.be.at.least(250);
    expect(new Set(family).size).to.be.at.least(400);
    expect(new Set(family).size).to.equal(family.length);
  });

  it('has real places in every state', () => {
    for (const state of stateCodes) {
      const { places } = parts.states[state];
      const zips = places.flatMap((place) => place.zips);
      expect(zips.length, state).to.be.at.least(4);
      for (const { city, zips: own } of places)
        for (const zip of own) expect(zipPlace(zip), zip).to.include({ city, state });
    }
    expect(parts.states.FL.places.length).to.be.at.least(25);
    expect(parts.states.NJ.places.length).to.be.at.least(25);
  });

  it('has enough sentences, each once, in American spelling', () => {
    const { openers, focusSentences, styles, scopeSentences, closings } = parts;
    const pools = [openers, focusSentences, styles, scopeSentences, closings];
    const about = pools.flatMap((pool) => Object.values(pool).flat());
    expect(about.length).to.be.at.least(60);
    expect(new Set(about).size).to.equal(about.length);
    for (const answers of Object.values(parts.difficultMaterial))
      expect(Object.values(answers).flat().length).to.be.at.least(20);
    expect(Object.values(parts.coordination).flat().length).to.be.at.least(20);
    const spoken = JSON.stringify([about, parts.difficultMaterial, parts.coordination, parts.seen]);
    expect(spoken).to.not.match(/licen[c]e|program[m]e|counse[l]l|behavio[u]r|colo[u]r|practi[s]/);
  });

  it('has at least four wordings of what a reviewer saw for each subject', () => {
    for (const [subject, ways] of Object.entries(parts.seen)) expect(ways.length, subject).to.be.at.least(4);
  });
});
