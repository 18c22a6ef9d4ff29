import { expect } from 'chai';
import { type OwnSite, ownSite } from '../support/own-site.js';
import { type FormPage as Page, formPages as pages, typed } from '../support/typed-forms.js';
import type { Seen } from '../support/visitor.js';

const form = 'form:has([name=draftRevision])';
const fieldsOf = (seen: Seen) =>
  seen
    .$(form)
    .serializeArray()
    .filter(({ name, value }) => !name.startsWith('_') && name !== 'draftRevision' && value !== '');

describe('the form of a therapist', () => {
  let own: OwnSite;
  beforeEach(async () => {
    own = await ownSite();
  });
  afterEach(() => own.close());
  const open = (page: string) => own.ana.get(`/practice/${page}`);
  const fill = async (page: Page, more = {}) =>
    own.ana.submit(await open(page), { form, fill: { ...typed[page], ...more } });

  it('accepts each page as people write it, and stores it in our format', async () => {
    for (const page of pages) expect((await fill(page)).status, page).to.equal(303);
    const record = await own.stored();
    expect(record?.draft).to.deep.equal({
      name: 'Ana Ruiz',
      credentials: 'PhD, LPC',
      discipline: 'counselor',
      npi: '1234567893',
      pronouns: 'she/her',
      languages: ['en', 'es'],
      about: 'I work slowly.\n\nAnd I laugh.',
      contact: { phone: '973-555-0142', email: 'desk@ana.example', web: 'https://ana.example/kap' },
      authority: [
        { state: 'NJ', basis: 'license', type: 'LPC', number: '37PC00123400', expiresOn: '2027-05-31' },
      ],
      psypact: null,
      offices: [{ zip: '07102', city: 'Newark', state: 'NJ' }],
      telehealth: true,
      coverage: [{ state: 'NJ', payer: 'horizon-bcbsnj', line: 'commercial', covers: 'ask' }],
      fees: { hourly: 1180, packagePerSession: 700, slidingScale: false, superbill: true, hsaFsa: false },
      training: [
        {
          program: 'polaris-insight',
          award: 'KAP Practitioner',
          year: 2023,
          hours: 125,
          kind: 'didactic',
          mentor: null,
        },
      ],
      caseload: { patients: 24, asOf: '2026-02-01' },
      scope: 'in-session',
      presence: ['room', 'video'],
      dosePlaces: ['home'],
      role: 'light',
      integrationWithin72h: true,
      difficultMaterial: {
        intenseEmotion: 'I stay close.',
        somaticRelease: 'We agree on touch.',
        flashbacks: 'Back to the room first.',
      },
      coordination: { withPrescriber: false, how: 'Not yet.' },
      focus: ['ptsd', 'grief'],
      ages: ['adults'],
      alongsideOwnTherapist: true,
      accepting: false,
      waitWeeks: 3,
    });
    expect(record?.evidence).to.deep.equal([
      { subject: 'authority:license:NJ:LPC', link: 'https://board.example/37PC', note: null },
      { subject: 'training', link: null, note: 'Certificate of March 2023.\nAsk Dana.' },
    ]);
    expect(record?.supervisor).to.include({ name: 'Lee Park', state: 'NJ' });
    expect((await open('check')).text('.missing')).to.equal('');
  });

  it('shows each page as it was saved, and saving it again changes nothing', async () => {
    for (const page of pages) await fill(page);
    const before = await own.stored();
    for (const page of pages) {
      const seen = await open(page);
      expect(fieldsOf(seen).length, page).to.be.greaterThan(3);
      expect((await own.ana.submit(seen, { form })).status, page).to.equal(303);
      expect(fieldsOf(await open(page)), page).to.deep.equal(fieldsOf(seen));
    }
    expect(await own.stored()).to.deep.equal(before);
  });

  it('continues to the next page or the overview, and says what was saved', async () => {
    const on = await own.ana.follow(await fill('who'));
    expect(on.text('h1')).to.equal('Where you may treat');
    expect(on.text('[role=status]')).to.equal('Saved: Who you are.');
    const stopped = await own.ana.submit(await open('where'), {
      form,
      button: 'stop here',
      fill: typed.where,
    });
    expect((await own.ana.follow(stopped)).text('[role=status]')).to.equal('Saved: Where you may treat.');
    expect((await fill('proof')).to).to.equal('/practice/check?saved=proof');
  });

  it('saves a page that is empty or half filled in', async () => {
    for (const page of pages)
      expect((await own.ana.submit(await open(page), { form })).status, page).to.equal(303);
    expect((await own.ana.submit(await open('who'), { form, fill: { name: 'Ana Ruiz' } })).status).to.equal(
      303,
    );
    expect((await open('who')).$('[name=name]').val()).to.equal('Ana Ruiz');
    expect((await own.ana.get('/practice')).text('.stations')).to.match(/Who you are \d things missing/);
  });

  it('shows a message at each field and a linked summary on top, and keeps what was typed', async () => {
    const wrong = {
      ...typed.who,
      npi: '1234567890',
      'contact.phone': '12',
      'contact.web': 'nonsense',
      name: 'x'.repeat(90),
    };
    const seen = await own.ana.submit(await open('who'), { form, fill: wrong });
    expect(seen.status).to.equal(422);
    expect(seen.$('title').text()).to.match(/^Please look again/);
    expect(seen.text('#f-name-error')).to.equal('Use at most 80 characters.');
    expect(seen.text('#f-npi-error')).to.contain('valid NPI');
    expect(seen.text('#f-contact-phone-error')).to.contain('555-555-0123');
    expect(seen.texts('.errors a')).to.have.lengthOf(4).and.to.include('Name: Use at most 80 characters.');
    for (const link of seen.$('.errors a').toArray())
      expect(seen.$(seen.$(link).attr('href')!), seen.$(link).text()).to.have.lengthOf(1);
    expect(seen.$('.errors').attr('autofocus')).to.equal('autofocus');
    expect(seen.$('[name="contact.phone"]').val()).to.equal('12');
    expect(seen.$('[name="contact.phone"]').attr('aria-invalid')).to.equal('true');
    expect(seen.$('[name=about]').val()).to.equal('I work slowly.\n\nAnd I laugh.');
    expect(seen.$('[name=languages]:checked')).to.have.lengthOf(2);
    expect((await own.stored())?.draft).to.equal(null);
  });

  it('requires every field of a row that was begun, and drops blank rows', async () => {
    const rows = {
      'authority.0.state': '',
      'authority.2.state': 'FL',
      'authority.2.basis': 'license',
      'authority.2.type': '',
      'authority.2.number': '',
      'authority.2.expiresOn': '31.5.27',
    };
    const seen = await own.ana.submit(await open('where'), { form, fill: rows });
    expect(seen.status).to.equal(422);
    expect(seen.$('fieldset.row[id^=f-authority]')).to.have.lengthOf(1);
    expect(seen.$('[name="authority.0.state"]').val()).to.equal('FL');
    expect(seen.text('#f-authority-0-type-error')).to.equal('Write something here.');
    const wanted = 'Give a date as month/day/year, such as 5/31/2027.';
    expect(seen.text('#f-authority-0-expiresOn-error')).to.equal(wanted);
  });

  it('asks for dates in the format of the form, for PSYPACT and the caseload too', async () => {
    const wanted = 'Give a date as month/day/year, such as 5/31/2027.';
    for (const expiresOn of ['', '2/30/2027']) {
      const sent = { ...typed.where, 'psypact.homeState': 'NJ', 'psypact.expiresOn': expiresOn };
      const seen = await own.ana.submit(await open('where'), { form, fill: sent });
      expect(seen.text('#f-psypact-expiresOn-error')).to.equal(wanted);
    }
    const seen = await own.ana.submit(await open('answers'), { form, fill: { 'caseload.asOf': 'May' } });
    expect(seen.text('#f-caseload-asOf-error')).to.equal(wanted);
  });

  it('applies state law once it knows the profession', async () => {
    await fill('who');
    const more = { ...typed.where, 'authority.0.basis': 'counseling-compact', 'psypact.apit': 'A1' };
    const page = await open('where');
    expect(page.$('[name="psypact.apit"]'), 'a counselor is not asked for PSYPACT').to.have.lengthOf(0);
    const seen = await own.ana.submit(page, { form, fill: more });
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-psypact-homeState-error')).to.contain('Choose one');
    const whole = { ...more, 'psypact.homeState': 'NJ', 'psypact.expiresOn': '2027-01-01' };
    const again = await own.ana.submit(await open('where'), { form, fill: whole });
    expect(again.text('#f-authority-0-basis-error')).to.equal(
      'New Jersey does not grant this to your profession.',
    );
    expect(again.text('#f-psypact-apit-error')).to.equal('PSYPACT is for psychologists only.');
    const elsewhere = await fill('where', { 'offices.0.state': 'FL' });
    expect(elsewhere.text('#f-offices-0-zip-error')).to.equal('07102 is in New Jersey.');
    expect((await open('where')).text('#f-authority-0-type-hint')).to.contain('such as LCSW');
    await fill('where');
    expect((await open('where')).text('#f-authority-0-type-hint')).to.equal('In New Jersey usually LPC.');
  });

  it('refuses a future day or year, and requires a name for an apprenticeship', async () => {
    const seen = await fill('answers', {
      'training.0.program': 'apprenticeship',
      'training.0.year': '2031',
      'caseload.asOf': '12/24/2026',
    });
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-training-0-mentor-error')).to.contain('Name the clinician');
    expect(seen.text('#f-training-0-year-error')).to.equal('This year is still to come.');
    expect(seen.text('#f-caseload-asOf-error')).to.equal('This day is still to come.');
    await fill('answers', { 'caseload.asOf': '' });
    expect((await own.stored())?.draft?.caseload).to.deep.equal({ patients: 24, asOf: '2026-03-02' });
  });
});
