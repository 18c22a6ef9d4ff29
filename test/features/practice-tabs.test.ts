import { expect } from 'chai';
import { type OwnSite, ownSite } from '../support/own-site.js';

const form = 'form:has([name=draftRevision])';

describe('the same form in two windows', () => {
  let own: OwnSite;
  beforeEach(async () => {
    own = await ownSite();
  });
  afterEach(() => own.close());
  const who = { name: 'Ana Ruiz', credentials: 'LPC', discipline: 'counselor', languages: ['en'] };

  it('shows both versions after a save in between, and can save the typed one', async () => {
    const [one, other] = [await own.ana.get('/practice/who'), await own.ana.get('/practice/who')];
    await own.ana.submit(one, { form, fill: { ...who, pronouns: 'she/her' } });
    const seen = await own.ana.submit(other, {
      form,
      fill: { ...who, name: 'Ana Maria Ruiz', discipline: 'psychologist' },
    });
    expect(seen.status).to.equal(409);
    const rows = seen
      .$('tbody tr')
      .toArray()
      .map((row) =>
        seen
          .$(row)
          .children()
          .toArray()
          .map((cell) => seen.$(cell).text()),
      );
    expect(rows).to.have.deep.members([
      ['Name', 'Ana Ruiz', 'Ana Maria Ruiz'],
      ['Profession', 'Counselor', 'Psychologist'],
      ['Pronouns, if you like', 'she/her', ''],
    ]);
    expect((await own.stored())?.draft?.name).to.equal('Ana Ruiz');
    const over = await own.ana.submit(seen, { form });
    expect(over.status).to.equal(303);
    expect((await own.stored())?.draft).to.include({ name: 'Ana Maria Ruiz', pronouns: null });
  });

  it('can keep the saved version', async () => {
    const [one, other] = [await own.ana.get('/practice/who'), await own.ana.get('/practice/who')];
    await own.ana.submit(one, { form, fill: who });
    const seen = await own.ana.submit(other, { form, fill: { ...who, name: 'B' } });
    expect(seen.$('a:contains("Keep what is saved now")').attr('href')).to.equal('/practice/who');
  });

  it('stays out of date when a row is added in between', async () => {
    const [one, other] = [await own.ana.get('/practice/where'), await own.ana.get('/practice/where')];
    await own.ana.submit(one, { form, fill: { telehealth: 'yes' } });
    const added = await own.ana.submit(other, { form, button: 'Add another office' });
    expect((await own.ana.submit(added, { form, fill: { telehealth: 'no' } })).status).to.equal(409);
  });

  it('saves once when sent twice, and the second click shows no error', async () => {
    const seen = await own.ana.get('/practice/who');
    const sends = [1, 2, 3].map(() => own.ana.submit(seen, { form, fill: who }));
    for (const answer of await Promise.all(sends)) expect(answer.to).to.equal('/practice/where?saved=who');
    expect((await own.stored())?.draftRevision).to.equal(1);
  });

  it('retries when a job wrote the record in between', async () => {
    const seen = await own.ana.get('/practice/who');
    const record = (await own.stored())!;
    await own.site.store.therapists.update({ ...record, confirmKey: 'key000000001' });
    expect((await own.ana.submit(seen, { form, fill: who })).status).to.equal(303);
    expect(await own.stored()).to.deep.include({ confirmKey: 'key000000001', draftRevision: 1 });
  });
});
