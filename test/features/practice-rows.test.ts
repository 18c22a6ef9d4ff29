import { expect } from 'chai';
import { type OwnSite, ownSite } from '../support/own-site.js';
import type { Seen } from '../support/visitor.js';

const form = 'form:has([name=draftRevision])';
const rows = (seen: Seen, list: string) => seen.$(`fieldset.row[id^=f-${list}-]`).length;

describe('the rows of a form', () => {
  let own: OwnSite;
  beforeEach(async () => {
    own = await ownSite();
  });
  afterEach(() => own.close());
  const press = (seen: Seen, button: string, fill = {}) => own.ana.submit(seen, { form, button, fill });

  it('are added and removed by buttons, which keep what was typed and save nothing', async () => {
    const first = await press(await own.ana.get('/practice/where'), 'Add another license', {
      'authority.0.state': 'NJ',
      'authority.0.number': 'not ready yet',
      'offices.0.city': 'Newark',
      telehealth: 'yes',
    });
    expect(first.status).to.equal(200);
    expect(rows(first, 'authority')).to.equal(2);
    expect(first.$('[name="authority.1.basis"]').val()).to.equal('license');
    expect(first.$('[name="authority.0.number"]').val()).to.equal('not ready yet');
    expect(first.$('[name="offices.0.city"]').val()).to.equal('Newark');
    const second = await press(first, 'Add another license', { 'authority.1.state': 'FL' });
    expect(rows(second, 'authority')).to.equal(3);
    const removed = await press(second, 'Remove license 1');
    expect(rows(removed, 'authority')).to.equal(2);
    expect(removed.$('[name="authority.0.state"]').val()).to.equal('FL');
    expect(removed.$('[name=telehealth]:checked').val()).to.equal('yes');
    expect((await own.stored())?.revision).to.equal(1);
  });

  it('scroll to the new row, or to the list', async () => {
    const seen = await own.ana.get('/practice/insurance');
    const add = seen.$('button[value="add.coverage"]').attr('formaction') ?? '';
    expect(add).to.equal('/practice/insurance#f-coverage-1-state');
    const next = await press(seen, 'Add another network');
    expect(next.$(add.replace(/.*#/, '#'))).to.have.lengthOf(1);
    const remove = next.$('button[value="remove.coverage.1"]').attr('formaction') ?? '';
    expect(next.$(remove.replace(/.*#/, '#')).attr('tabindex')).to.equal('-1');
  });

  it('are read up to one more than the limit, however many arrive', async () => {
    const many = Array.from({ length: 900 }, (_, row) => [`offices.${row}.city`, `Town ${row}`]);
    const page = await own.ana.get('/practice/where');
    for (const _do of ['', 'add.offices']) {
      const sent = await own.ana.submit(page, { fill: { ...Object.fromEntries(many), _do } });
      expect(sent.status).to.equal(_do === '' ? 422 : 200);
      expect(rows(sent, 'offices')).to.equal(11);
      expect(sent.body.length).to.be.below(200_000);
    }
  });

  it('cannot exceed the limit', async () => {
    let seen = await own.ana.get('/practice/where');
    for (let more = 0; more < 9; more++) seen = await press(seen, 'Add another office');
    expect(rows(seen, 'offices')).to.equal(10);
    expect(seen.$('button[value="add.offices"]')).to.have.lengthOf(0);
    const tooMany = Array.from({ length: 12 }, (_, at) => [
      [`offices.${at}.zip`, '07102'],
      [`offices.${at}.city`, 'Newark'],
      [`offices.${at}.state`, 'NJ'],
    ]).flat();
    const refused = await own.ana.submit(seen, { form, fill: Object.fromEntries(tooMany) });
    expect(refused.status).to.equal(422);
    expect(refused.text('#f-offices .error')).to.equal('Give at most 10 of them.');
  });

  it('show a message at the second of two equal rows', async () => {
    const license = { state: 'NJ', basis: 'license', type: 'LPC', number: '1', expiresOn: '2027-01-01' };
    const fill = Object.fromEntries(
      [0, 1].flatMap((at) =>
        Object.entries(license).map(([name, value]) => [`authority.${at}.${name}`, value]),
      ),
    );
    const seen = await own.ana.submit(await own.ana.get('/practice/where'), { form, fill });
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-authority-1 .error')).to.equal('This one is on the list already.');
    expect(seen.$('.errors a[href="#f-authority-1"]')).to.have.lengthOf(1);
  });

  it('are not changed by Enter in a field: the first button saves the page', async () => {
    const seen = await own.ana.get('/practice/where');
    expect(seen.$(`${form} button`).first().attr('name')).to.equal(undefined);
  });
});

describe('a typed insurance or program', () => {
  let own: OwnSite;
  beforeEach(async () => {
    own = await ownSite();
  });
  afterEach(() => own.close());
  const network = (payer: string, state = 'NJ', more = {}) => ({
    'coverage.0.state': state,
    'coverage.0.payer': payer,
    'coverage.0.line': 'commercial',
    ...more,
  });
  const send = async (fill: Record<string, string>, page = 'insurance') =>
    own.ana.submit(await own.ana.get(`/practice/${page}`), { form, fill });
  const chosen = async () => (await own.stored())?.draft?.coverage?.[0]?.payer;

  for (const [typed, state, payer] of [
    ['UHC', 'NJ', 'unitedhealthcare'],
    ['optum', 'TX', 'unitedhealthcare'],
    ['Evernorth', 'NJ', 'cigna'],
    ['BCBS', 'FL', 'florida-blue'],
    ['Horizon', 'NJ', 'horizon-bcbsnj'],
    ['Blue Shield', 'CA', 'blue-shield-ca'],
    ['aetna', 'NY', 'aetna'],
  ] as const)
    it(`is found by the name that people use: ${typed} in ${state}`, async () => {
      expect((await send(network(typed, state))).status).to.equal(303);
      expect(await chosen()).to.equal(payer);
    });

  it('offers a choice when it can mean several, and accepts the choice', async () => {
    const seen = await send(network('Blue Cross', 'PA'));
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-coverage-0-payer-error')).to.contain('several companies in Pennsylvania');
    expect(seen.$('[name="coverage.0.payer"]').val()).to.equal('Blue Cross');
    const choices = seen
      .$('[name="coverage.0.pick"]')
      .toArray()
      .map((one) => seen.$(one).attr('value') ?? '');
    expect(choices.length).to.be.greaterThan(1);
    const taken = await own.ana.submit(seen, { form, fill: { 'coverage.0.pick': choices[1]! } });
    expect(taken.status).to.equal(303);
    expect(await chosen()).to.equal(choices[1]);
  });

  it('shows the nearest name when it is unknown, and refuses a choice that was not offered', async () => {
    const seen = await send(network('Atena Better'));
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-coverage-0-payer-error')).to.contain('We know no insurance called “Atena Better”');
    const nearer = await send(network('Aetna Choice POS'));
    expect(nearer.text('#f-coverage-0-payer-error')).to.contain('The nearest is Aetna');
    const forged = await send(network('zzzz', 'NJ', { 'coverage.0.pick': 'aetna' }));
    expect(forged.status).to.equal(422);
    expect(forged.$('[name="coverage.0.pick"]')).to.have.lengthOf(0);
    const nowhere = await send(network('BCBS', ''));
    expect(nowhere.text('#f-coverage-0-payer-error')).to.contain('Choose the state');
    expect(nowhere.text('#f-coverage-0-state-error')).to.contain('Choose one of the 50 states');
  });

  it('keeps an unknown program under its typed name as another program', async () => {
    const training = {
      'training.0.program': 'Fluense',
      'training.0.award': 'Certificate',
      'training.0.year': '2024',
      'training.0.kind': 'didactic',
    };
    const seen = await send(training, 'answers');
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-training-0-program-error')).to.contain('The nearest is Fluence');
    const other = await own.ana.submit(seen, { form, fill: { 'training.0.pick': 'other' } });
    expect(other.status).to.equal(303);
    expect((await own.stored())?.draft?.training?.[0]).to.include({ program: 'other', mentor: 'Fluense' });
    expect((await own.ana.get('/practice/answers')).$('[name="training.0.program"]').val()).to.equal(
      'Another program',
    );
  });

  it('shows the caution that patients read beside the program', async () => {
    await send(
      {
        'training.0.program': 'MAPS',
        'training.0.award': 'Training',
        'training.0.year': '2022',
        'training.0.kind': 'didactic',
      },
      'answers',
    );
    expect((await own.ana.get('/practice/answers')).text('#f-training-0 .hint')).to.contain(
      'not for ketamine',
    );
  });
});
