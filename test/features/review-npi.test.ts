import { expect } from 'chai';
import { openNppes } from '../../src/vetting/nppes/open-nppes.js';
import { anApplicant } from '../support/an-applicant.js';
import { registryEntry, registryStandIn } from '../support/registry-stand-in.js';
import { aReviewer } from '../support/reviewers.js';
import { openSite, type Site } from '../support/site.js';
import { startStopwatch } from '../support/stopwatch.js';
import type { Visitor } from '../support/visitor.js';

const NPI = '1234567893';
const one = '/review/applicant1';

describe('looking an NPI up in the registry', () => {
  let registry: Awaited<ReturnType<typeof registryStandIn>>;
  let site: Site;
  let rita: Visitor;
  beforeEach(async () => {
    registry = await registryStandIn();
    const applicant = anApplicant({
      id: 'applicant1',
      profile: { name: 'Ana Ruiz', npi: NPI },
      claimedBy: 'rita@review.example',
    });
    site = await openSite({
      therapists: [applicant, anApplicant({ id: 'applicant2' })],
      settings: { NPPES_URL: registry.url },
    });
    rita = await aReviewer(site);
  });
  afterEach(async () => {
    await site.close();
    await registry.close();
  });

  it('happens by a link only, never with the page of the application', async () => {
    const page = await rita.get(one);
    expect(registry.asked).to.have.lengthOf(0);
    expect(page.$('#npi a').first().attr('href')).to.equal(`${one}/npi`);
    await rita.get(`${one}/npi`);
    const [asked] = registry.asked;
    expect([
      asked?.pathname,
      asked?.searchParams.get('version'),
      asked?.searchParams.get('number'),
    ]).to.deep.equal(['/api/', '2.1', NPI]);
  });

  it('compares name, license and state, and files identity when all agree', async () => {
    registry.say({ status: 200, body: registryEntry(NPI, { first_name: 'ANA', last_name: 'RUIZ' }) });
    const page = await rita.get(`${one}/npi`);
    const rows = page
      .$('tbody tr')
      .toArray()
      .map((row) =>
        page
          .$(row)
          .find('th, td')
          .toArray()
          .map((cell) => page.$(cell).text().trim()),
      );
    expect(rows).to.deep.equal([
      ['Name', 'Ana Ruiz', 'ANA RUIZ', 'agrees'],
      ['License in New Jersey', 'LPC 37PC00123400', '37PC00123400, Counselor, Mental Health', 'agrees'],
      ['State', 'NJ', 'NJ', 'agrees'],
      ['Number in use', 'Yes', 'Yes', 'agrees'],
    ]);
    const filed = await rita.submit(page);
    expect(filed).to.include({ status: 303, to: `${one}?done=saved#p-0` });
    const { findings } = (await site.store.therapists.get('applicant1'))!;
    expect(findings[0]).to.include({
      subject: 'identity',
      result: 'verified',
      seen: 'NPI registry: name, license and state agree',
    });
  });

  it('says what differs, and files nothing', async () => {
    const other = registryEntry(
      NPI,
      { first_name: 'BEN', last_name: 'STONE', status: 'D' },
      { addresses: [{ state: 'FL' }] },
    );
    registry.say({ status: 200, body: other });
    const page = await rita.get(`${one}/npi`);
    expect(page.texts('tbody strong.no')).to.deep.equal(['differs', 'differs', 'differs']);
    expect(page.$('main form')).to.have.lengthOf(0);
  });

  it('recognizes a former name, and marks a typo', async () => {
    const names = { other_names: [{ first_name: 'Anna', last_name: 'Ruiz', type: 'Former Name' }] };
    registry.say({ status: 200, body: registryEntry(NPI, { first_name: 'ANA', last_name: 'STONE' }, names) });
    const verdict = async () =>
      (await rita.get(`${one}/npi`)).$('tbody tr').first().find('td').last().text().trim();
    expect(await verdict()).to.equal('nearly agrees');
    expect((await rita.get(`${one}/npi`)).$('main form')).to.have.lengthOf(0);
    names.other_names[0]!.first_name = 'Ana';
    registry.say({ status: 200, body: registryEntry(NPI, { first_name: 'ANA', last_name: 'STONE' }, names) });
    expect(await verdict()).to.equal('agrees');
  });

  const failing: [title: string, answer: { status: number; body: unknown }, says: string][] = [
    [
      '200 with Errors',
      {
        status: 200,
        body: { Errors: [{ description: 'NPI must be 10 digits', field: 'number', number: '06' }] },
      },
      'refused the question: NPI must be 10 digits',
    ],
    ['200 with nobody', { status: 200, body: { result_count: 0, results: [] } }, 'nobody under this number'],
    [
      'another number than was asked for',
      { status: 200, body: registryEntry('1993999998', { first_name: 'A', last_name: 'B' }) },
      'nobody under this number',
    ],
    ['a fault', { status: 503, body: 'down' }, 'status 503'],
    ['a redirect', { status: 302, body: '' }, 'could not be reached'],
    ['what is no JSON', { status: 200, body: '<html>' }, 'cannot read'],
    ['JSON of another shape', { status: 200, body: { results: [{ number: {} }] } }, 'cannot read'],
    ['null', { status: 200, body: 'null' }, 'cannot read'],
    ['half a megabyte', { status: 200, body: 'x'.repeat(600_000) }, 'could not be reached'],
  ];
  for (const [title, answer, says] of failing)
    it(`answers with a page, and files nothing, when the registry says ${title}`, async () => {
      registry.say(answer);
      const page = await rita.get(`${one}/npi`);
      expect(page.status).to.equal(200);
      expect(page.text('main .warning')).to.contain(says);
      expect(page.$('main form')).to.have.lengthOf(0);
    });

  it('says so when the registry cannot be reached', async () => {
    await registry.close();
    expect((await rita.get(`${one}/npi`)).text('main .warning')).to.contain('could not be reached');
    registry = await registryStandIn();
  });

  it('stops waiting for a slow registry', async () => {
    registry.say(null);
    const elapsed = startStopwatch();
    const answer = await openNppes({ url: registry.url, waitMs: 150 }).lookUp(NPI);
    expect(answer).to.deep.equal({
      kind: 'failed',
      why: 'The registry did not answer within 0.15 seconds. Try again later.',
    });
    expect(elapsed()).to.be.lessThan(2000);
  });

  it('answers 404 without an NPI or for an unknown id', async () => {
    expect((await rita.get('/review/applicant2/npi')).status).to.equal(404);
    expect((await rita.get('/review/nobody0001/npi')).status).to.equal(404);
    expect(registry.asked).to.have.lengthOf(0);
  });

  it('is not offered without the setting', async () => {
    const plain = await openSite({ therapists: [anApplicant({ id: 'applicant1', profile: { npi: NPI } })] });
    const visitor = await aReviewer(plain);
    expect((await visitor.get(one)).$('#npi a[href$="/npi"]')).to.have.lengthOf(0);
    expect((await visitor.get(`${one}/npi`)).status).to.equal(404);
    await plain.close();
  });
});
