import { expect } from 'chai';
import type { SearchBody } from '../../src/api/schemas/search.js';
import type { FactKind } from '../../src/domain/profile-fields/row.js';
import { facts } from '../../src/domain/profile-fields.js';
import { openSite, type Site } from '../support/site.js';

/** Ids with their labels, days and links: the page says it in other words. Everything else must be there as it is. */
const inOtherWords = new Set([
  ...namesOf('choice'),
  'slug',
  'self',
  'page',
  'checklist',
  'id',
  'label',
  'state',
  'payer',
  'line',
  'covers',
  'basis',
  'mode',
  'kind',
  'result',
  'freshness',
  'expiresOn',
  'confirmedOn',
  'hiddenFrom',
  'on',
  'asOf',
  'who',
  'insurance',
  'fees',
  'answers',
  'whom',
]);
/** Lists of ids; labels are other words anyway. */
const lists = new Set([...namesOf('choices'), 'modes', 'states']);

/** The last part of the path of each fact of a kind: its name in answers. */
function namesOf(kind: FactKind): string[] {
  return [...facts].filter(([, fact]) => fact.kind === kind).map(([path]) => path.split('.').at(-1)!);
}

/** Every text in the body that a reader could read, with the name of its field. */
function texts(part: unknown, name = ''): [string, string][] {
  if (typeof part === 'string') return inOtherWords.has(name) ? [] : [[name, part]];
  if (typeof part !== 'object' || part === null || lists.has(name)) return [];
  return Object.entries(part).flatMap(([key, inner]) => texts(inner, Array.isArray(part) ? name : key));
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

describe('a therapist in the API', () => {
  let site: Site;
  before(async () => {
    site = await openSite({ settings: { DEMO: '1' } });
  });
  after(() => site.close());

  it('contains no text that their page does not show', async () => {
    let next: string | null = '/api/v1/therapists';
    let read = 0;
    while (next !== null && read < 100) {
      const { hits, links }: SearchBody = JSON.parse((await site.get(next)).body);
      for (const { therapist } of hits) {
        const body = JSON.parse((await site.get(therapist.links.self)).body);
        const page = await site.get(therapist.links.page);
        const shown = plain(page.$('main').text());
        for (const [name, text] of texts(body)) {
          const where = name === 'web' ? plain(page.$('main').html() ?? '') : shown;
          for (const paragraph of text.split(/\n+/))
            expect(where, `${therapist.slug} ${name}`).to.contain(plain(paragraph));
        }
        read++;
      }
      next = links.next;
    }
    expect(read).to.be.at.least(100);
  });

  it('fails this test with any other text', () => {
    const found = texts({ name: 'Ana', email: 'a@b.example', offices: [{ city: 'Newark', state: 'NJ' }] });
    expect(found).to.deep.equal([
      ['name', 'Ana'],
      ['email', 'a@b.example'],
      ['city', 'Newark'],
    ]);
  });
});
