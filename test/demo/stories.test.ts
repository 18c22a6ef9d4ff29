import { expect } from 'chai';
import { replayStory } from '../../src/demo/replay-story.js';
import type { Story } from '../../src/demo/story.js';
import { authoritySubject } from '../../src/domain/authority.js';
import { isVerified } from '../../src/domain/findings.js';
import { draftStatuses, statuses, therapistSchema } from '../../src/domain/therapist.js';
import { frozenSeeds, frozenStories } from '../support/frozen-seeds.js';

const at = (day: string) => new Date(`${day}T15:30:00Z`);
const days = ['2026-01-01', '2026-02-28', '2026-11-22', '2028-02-29'];

describe('demonstration applications', () => {
  let stories: Story[];
  before(async () => {
    stories = await frozenStories();
  });
  const replay = (day: string) => stories.map((story) => replayStory(story, at(day)));

  it('has every status of a therapist, and every step of an edit', () => {
    const records = replay('2026-03-02');
    expect(new Set(records.map(({ status }) => status))).to.deep.equal(
      new Set(statuses.filter((status) => status !== 'withdrawn')),
    );
    expect(new Set(records.map(({ draftStatus }) => draftStatus))).to.deep.equal(
      new Set([null, ...draftStatuses]),
    );
    expect(records.filter(({ questions }) => questions.length > 0).length).to.be.at.least(3);
    expect(new Set(records.map(({ claimedBy }) => claimedBy)).size).to.be.at.least(3);
    expect(records.some(({ evidence }) => evidence.length > 0)).to.equal(true);
    expect(records.some(({ history }) => history[0]!.action === 'invite')).to.equal(true);
  });

  for (const day of days)
    it(`makes valid records on ${day}, with the same statuses and no queued emails`, () => {
      const records = replay(day);
      for (const record of records) {
        expect(therapistSchema.safeParse(record).error).to.equal(undefined);
        expect(record).to.deep.include({ queuedEmails: [], demo: true });
        // The clock would change nothing on that day.
        expect((record.nextDueAt ?? '9999') > `${day}T23:59:59.999Z`).to.equal(true);
      }
      expect(records.map(({ status, draftStatus }) => [status, draftStatus])).to.deep.equal(
        replay('2026-03-02').map(({ status, draftStatus }) => [status, draftStatus]),
      );
    });

  it('has histories in order, not in the future, that lead to the status', () => {
    for (const { history, createdAt, updatedAt, status } of replay('2026-03-02')) {
      const moments = history.map((event) => event.at);
      expect(moments).to.deep.equal([...moments].sort());
      expect(moments[0]).to.equal(createdAt);
      expect(updatedAt < '2026-03-02T00:00:01').to.equal(true);
      expect(new Set(history.map(({ id }) => id)).size).to.equal(history.length);
      const actions = history.map(({ action }) => action);
      if (status === 'lapsed')
        expect(history.at(-1)).to.deep.include({ action: 'lapse', by: { role: 'clock', email: null } });
      if (status === 'declined') expect(actions.at(-1)).to.equal('decline');
      if (status === 'paused') expect(actions.at(-1)).to.equal('pause');
    }
  });

  it('lists no one without a verified identity and license', () => {
    const listed = replay('2026-03-02').filter(({ published }) => published !== null);
    expect(listed.length).to.be.at.least(8);
    for (const { findings, published, slug } of listed) {
      expect(isVerified(findings, 'identity'), slug).to.equal(true);
      const held = published!.authority.filter((one) => isVerified(findings, authoritySubject(one)));
      expect(held, slug).to.not.be.empty;
    }
  });

  it('has no real contacts, and different people from the listed ones, except one who applies again', async () => {
    const seeds = await frozenSeeds();
    const names = new Set(seeds.map(({ profile }) => profile.name));
    const npis = new Set(seeds.flatMap(({ profile }) => profile.npi ?? []));
    const slugs = new Set(seeds.map(({ slug }) => slug));
    const emails = new Set(seeds.map(({ email }) => email));
    for (const { profile, email } of stories) {
      const { phone, web, email: shown } = profile.contact;
      expect(phone ?? '212-555-0100').to.match(/^\d{3}-555-01\d\d$/);
      expect(new URL(web ?? 'https://a.example').hostname).to.match(/^[a-z-]+\.example$/);
      expect(`${email} ${shown ?? ''}`.trim()).to.match(/^\S+@\S+\.example( \S+@\S+\.example)?$/);
      expect(profile.npi ?? '2').to.match(/^2/);
      expect(names.has(profile.name), profile.name).to.equal(false);
      expect(emails.has(email), email).to.equal(false);
    }
    for (const { slug } of replay('2026-03-02')) expect(slugs.has(slug), slug).to.equal(false);
    expect(stories.filter(({ profile }) => npis.has(profile.npi ?? '')).length).to.equal(1);
  });

  it('makes the same records at any hour of a day', () => {
    for (const story of stories)
      expect(replayStory(story, new Date('2026-05-05T00:00:00Z'))).to.deep.equal(
        replayStory(story, new Date('2026-05-05T23:59:59Z')),
      );
  });
});
