import { expect } from 'chai';
import fc from 'fast-check';
import { parseSearch, searchParams } from '../../src/search/query.js';
import { emptyQuery } from '../../src/search/query-fields.js';
import { arbitraryQuery } from '../support/arbitrary-query.js';

const parse = (text: string) => parseSearch(new URLSearchParams(text));

describe('a search in a URL', () => {
  it('is parsed with every parameter', () => {
    const { query, dropped, zipState } = parse(
      'q=fluence&state=fl&payer=AETNA&payer=cigna&line=commercial&mode=telehealth&near=07030&within=50&accepting=1' +
        '&max_fee=250&min_caseload=5&confirmed=30&sort=distance&page=3&pick=ana-ruiz',
    );
    expect(dropped).to.deep.equal([]);
    expect(zipState).to.equal('NJ');
    expect(query).to.deep.equal({
      ...emptyQuery,
      q: 'fluence',
      state: 'FL',
      payer: ['aetna', 'cigna'],
      line: ['commercial'],
      mode: ['telehealth'],
      near: '07030',
      within: 50,
      accepting: true,
      max_fee: 250,
      min_caseload: 5,
      confirmed: 30,
      sort: 'distance',
      page: 3,
    });
  });

  it('is the same after writing and parsing its parameters, in one order', () => {
    fc.assert(
      fc.property(arbitraryQuery({ text: true }), (query) => {
        const params = searchParams(query);
        expect(parseSearch(params)).to.deep.include({ query, dropped: [] });
        expect(searchParams(parseSearch(params).query).toString()).to.equal(params.toString());
      }),
    );
  });

  it('is the same whatever the order and case of its values', () => {
    const one = searchParams(parse('payer=cigna&state=nj&payer=aetna').query).toString();
    expect(one).to.equal('state=NJ&payer=aetna&payer=cigna');
  });

  it('reports unknown parameters and ignores them', () => {
    const { query, dropped } = parse('state=ZZ&page=0&page=x&color=red&max_fee=-1&accepting=yes&state=NJ');
    expect(query).to.deep.equal({ ...emptyQuery, state: 'NJ' });
    expect(dropped.map((one) => `${one.name}=${one.value}`)).to.deep.equal([
      'state=ZZ',
      'page=0',
      'page=x',
      'color=red',
      'max_fee=-1',
      'accepting=yes',
    ]);
  });

  it('ignores the empty values of a form', () => {
    expect(parse('q=&state=&payer=&near=&within=50&sort=')).to.deep.equal({ query: emptyQuery, dropped: [] });
  });

  it('drops an unknown ZIP code, and the order by distance with it', () => {
    const { query, dropped } = parse('near=00000&sort=distance');
    expect(query).to.deep.equal(emptyQuery);
    expect(dropped).to.deep.equal([
      { name: 'near', value: '00000' },
      { name: 'sort', value: 'distance' },
    ]);
  });

  it('cuts long text, long values and long lists', () => {
    const long = parse(`q=${'word '.repeat(2000)}`);
    expect(long.query.q).to.have.lengthOf.within(190, 200);
    expect(long.dropped).to.deep.equal([{ name: 'q', value: 'word '.repeat(8) }]);
    const many = parseSearch({ payer: Array.from({ length: 100 }, () => 'aetna') });
    expect(many.query.payer).to.deep.equal(['aetna']);
    expect(many.dropped).to.have.length(20);
  });

  it('treats hostile names and values as plain text', () => {
    const { query } = parse('__proto__=1&constructor=x&q=%F0%9F%98%80%20"a"%20-b&toString=1');
    expect(query).to.deep.equal({ ...emptyQuery, q: '😀 "a" -b' });
    expect(parseSearch({ q: '\ud800x' }).query.q).to.equal('\ufffdx');
    expect(Object.keys(query)).to.deep.equal(Object.keys(emptyQuery));
  });
});
