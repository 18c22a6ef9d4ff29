import { expect } from 'chai';
import { addDays } from '../../src/domain/calendar.js';
import { questionIds } from '../../src/domain/questions.js';
import { openSite, type Seen } from '../support/site.js';
import { aTherapist, type TherapistWish, TODAY } from '../support/therapist-builder.js';

async function pageOf(wish: TherapistWish, path = '/therapists/them'): Promise<Seen> {
  const site = await openSite({ therapists: [aTherapist({ slug: 'them', ...wish })] });
  try {
    return await site.get(path);
  } finally {
    await site.close();
  }
}

const checked = (subject: string, result: 'verified' | 'self-reported' | 'not-shown') => ({
  subject,
  result,
  seen: 'State board look-up',
  by: 'reviewer@holdspace.example',
  on: '2026-01-15',
});
const licensed = checked('authority:license:NJ:LPC', 'verified');

describe('profile page', () => {
  it('shows the five answers, each with what was checked, how and when', async () => {
    const page = await pageOf({
      findings: [licensed, checked('training', 'verified'), checked('caseload', 'self-reported')],
    });
    expect(page.$('.answers > li')).to.have.lengthOf(questionIds.length);
    expect(page.text('#training .seal')).to.equal('Verified');
    expect(page.text('#training .proof'))
      .to.contain('State board look-up')
      .and.to.contain('January 15, 2026');
    expect(page.text('#caseload .seal')).to.equal('Self-reported');
    expect(page.text('#scope .seal')).to.equal('Self-reported');
  });

  it('links the answer on coordination to the card that two practices fill in', async () => {
    const page = await pageOf({});
    expect(page.$('#coordination a').attr('href')).to.equal('/learn/coordination-card');
    expect(page.$('.answers a[href="/learn/coordination-card"]')).to.have.lengthOf(1);
  });

  it('never shows the reviewer or the private email address', async () => {
    const page = await pageOf({ email: 'private@home.example', findings: [licensed] });
    expect(page.body).not.to.contain('reviewer@').and.not.to.contain('private@home.example');
  });

  it('shows the authority by which they may treat, and what it allows', async () => {
    const page = await pageOf({ published: { telehealth: false } });
    const row = page.text('#where ~ .table-wrap tbody tr');
    expect(row).to.contain('New Jersey').and.to.contain('In person').and.not.to.contain('Telehealth');
    expect(row).to.contain(`Verified`);
  });

  it('leaves out a license that has expired or was not verified', async () => {
    const held = (type: string, expiresOn: string) => ({
      state: 'NJ' as const,
      basis: 'license' as const,
      type,
      number: `N-${type}`,
      expiresOn,
    });
    const page = await pageOf({
      published: {
        authority: [
          held('LPC', addDays(TODAY, 1)),
          held('LAC', addDays(TODAY, -1)),
          held('LMFT', addDays(TODAY, 99)),
        ],
      },
      findings: [licensed, checked('authority:license:NJ:LAC', 'verified')],
    });
    expect(page.body).to.contain('N-LPC').and.not.to.contain('N-LAC').and.not.to.contain('N-LMFT');
  });

  it('says what the insurance pays for, and what it does not', async () => {
    const page = await pageOf({});
    const insurance = page.text('section[aria-labelledby=insurance]');
    expect(insurance).to.contain('Horizon').and.to.contain('Preparation and integration visits');
    expect(insurance).to.contain('seldom pays for a therapist’s presence');
  });

  it('estimates the cost of both kinds of course', async () => {
    const page = await pageOf({ published: { fees: { hourly: 200, packagePerSession: 700 } } });
    expect(page.texts('.path .sum')).to.deep.equal(['$2,100 to $4,200', '$800 to $1,800']);
  });

  it('shows no estimate without a fee', async () => {
    const page = await pageOf({ published: { fees: { hourly: null, packagePerSession: null } } });
    expect(page.$('.path')).to.have.lengthOf(0);
    expect(page.text('section[aria-labelledby=fees]')).to.contain('No fee given');
  });

  it('shows no full package when the therapist is not in the session', async () => {
    const page = await pageOf({
      published: { scope: 'preparation-and-integration', presence: [], role: null },
    });
    expect(page.texts('.path h3')).to.deep.equal(['Preparation and integration only']);
  });

  it('shows when the facts were last confirmed, and warns when that was long ago', async () => {
    expect((await pageOf({ confirmedDaysAgo: 3 })).text('.who')).to.contain('3 days ago');
    const late = await pageOf({ confirmedDaysAgo: 90 });
    expect(late.text('.warning')).to.contain('Not confirmed lately');
  });

  it('is not shown once lapsed, paused, suspended or withdrawn', async () => {
    expect((await pageOf({ confirmedDaysAgo: 120 })).status).to.equal(404);
    for (const status of ['paused', 'suspended', 'withdrawn', 'draft', 'declined'] as const)
      expect((await pageOf({ status })).status, status).to.equal(404);
  });

  it('marks the demonstration and keeps search engines away from it', async () => {
    const demo = await pageOf({ demo: true });
    expect(demo.text('.fictional')).to.contain('fictional');
    expect(demo.$('meta[name=robots]').attr('content')).to.equal('noindex');
    expect(demo.headers.get('x-robots-tag')).to.equal('noindex');
    const real = await pageOf({});
    expect(real.$('.fictional, meta[name=robots]')).to.have.lengthOf(0);
  });

  it('shows what was typed as text, never as markup', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const page = await pageOf({
      published: {
        name: evil,
        credentials: evil,
        pronouns: '<b>x</b>',
        about: evil,
        offices: [{ city: evil.slice(0, 60), state: 'NJ', zip: '07102' }],
        difficultMaterial: { intenseEmotion: evil, somaticRelease: evil, flashbacks: evil },
        coordination: { withPrescriber: true, how: evil },
      },
    });
    expect(page.status).to.equal(200);
    expect(page.$('main script, main img, main b')).to.have.lengthOf(0);
    expect(page.text('h1')).to.contain('<script>');
  });
});

describe('checklist', () => {
  it('is blank, with five questions to tick and space for notes', async () => {
    const page = await pageOf({}, '/checklist');
    expect(page.$('.questions > li')).to.have.lengthOf(questionIds.length);
    expect(page.$('input[type=checkbox][data-tick]')).to.have.lengthOf(2 * questionIds.length);
    expect(page.$('textarea[data-note]')).to.have.lengthOf(questionIds.length);
    expect(page.$('.said')).to.have.lengthOf(0);
  });

  it('is filled in for one therapist, with what was verified', async () => {
    const page = await pageOf({}, '/therapists/them/checklist');
    expect(page.text('h1')).to.contain('Rowan Ellery');
    expect(page.$('.said')).to.have.lengthOf(questionIds.length);
    expect(page.texts('.said .seal')).to.deep.equal(questionIds.map(() => 'Verified'));
    expect(page.$('a[href="/therapists/them"]')).to.have.lengthOf(1);
  });

  it('has no form, so nothing can be sent', async () => {
    expect((await pageOf({}, '/checklist')).$('form')).to.have.lengthOf(0);
  });
});
