import { expect } from 'chai';
import { anEntry } from '../../support/an-entry.js';
import { query } from '../../support/naive-search.js';
import { TODAY } from '../../support/therapist-builder.js';
import { type SearchHarness, withIndex } from './harness.js';

type Case = [
  title: string,
  q: string,
  texts: Record<string, string | [string, string, string]>,
  found: string[],
];

/** What is typed, the listings by id (about, or all three fields), and the ids found, best first. */
const cases: Case[] = [
  ['finds a whole word', 'fluence', { a: 'Trained at Fluence.', b: 'Trained at Onca.' }, ['a']],
  ['ignores case and accents', 'JOSÉ', { a: 'jose', b: 'José', c: 'josefa' }, ['a', 'b', 'c']],
  ['forgives one mistake from five letters', 'truma', { a: 'trauma', b: 'drama' }, ['a']],
  ['forgives no mistake below five letters', 'pian', { a: 'pain' }, []],
  ['counts a transposition as one mistake', 'flunece', { a: 'fluence' }, ['a']],
  ['does not forgive two mistakes in eight letters', 'flnece', { a: 'fluence' }, []],
  ['forgives two mistakes from nine letters', 'intgratoin', { a: 'integration' }, ['a']],
  ['does not forgive three mistakes', 'intgrtion', { a: 'integrative' }, []],
  ['counts a wrong first letter as two mistakes', 'gluence', { a: 'fluence' }, []],
  ['forgives a wrong first letter from nine letters', 'entegration', { a: 'integration' }, ['a']],
  ['forgives no other mistake beside it', 'entegraton x', { a: 'integration x' }, []],
  [
    'takes the last word for a beginning',
    'ana gar',
    { a: 'Ana García', b: 'Gar Ana', c: 'Ana Ruiz' },
    ['a', 'b'],
  ],
  ['takes no other word for a beginning', 'gar ana', { a: 'Ana García', b: 'Gar Ana' }, ['b']],
  ['takes one letter for a beginning', 'f', { a: 'fluence', b: 'onca fluence', c: 'onca' }, ['a', 'b']],
  ['forgives a mistake in a beginning', 'integart', { a: 'integration' }, ['a']],
  ['counts a beginning as no mistake', 'integ', { a: 'intag', b: 'integration' }, ['b', 'a']],
  ['forgives nothing in words with digits', 'x2024 a', { a: 'x2023 a', b: 'x2024 a' }, ['b']],
  ['takes digits for a beginning', '202', { a: 'since 2024', b: 'since 1999' }, ['a']],
  ['requires every word', 'trauma grief', { a: 'trauma', b: 'grief and trauma', c: 'grief' }, ['b']],
  [
    'finds words in different fields',
    'ruiz fluence',
    { a: ['Ana Ruiz', 'Fluence', ''], b: ['Bo', 'Fluence', ''] },
    ['a'],
  ],
  [
    'splits at everything but letters and digits',
    "o'brien,(kap)",
    { a: 'O Brien does KAP', b: 'OBrien KAP' },
    ['a'],
  ],
  [
    'orders by mistakes first, then by field',
    'grieve',
    {
      a: ['', '', 'grieve'],
      b: ['', 'grieve', ''],
      c: ['grieve', '', ''],
      d: ['grieves', '', ''],
      e: ['griefe', '', ''],
    },
    ['c', 'd', 'b', 'a', 'e'],
  ],
  [
    'adds up the mistakes of all words',
    'somatic trauma',
    { a: ['', '', 'somatic trauma'], b: ['somatik trauma', '', ''], c: ['somatik truama', '', ''] },
    ['a', 'b', 'c'],
  ],
  [
    'takes the best of several words that answer',
    'trauma',
    { a: ['trama', '', 'trauma'], b: ['', '', 'trauma'] },
    ['a', 'b'],
  ],
  ['finds nothing in an empty listing', 'x', { a: '' }, []],
  ['treats signs alone as no words', ' -"*()& ', { a: 'x', b: 'y' }, ['a', 'b']],
  ['ignores operators', '-trauma', { a: 'trauma', b: 'grief' }, ['a']],
  ['ignores quotes', '"trauma grief"', { a: 'grief, trauma' }, ['a']],
  ['finds letters of other alphabets', 'терапия', { a: 'Терапия травмы', b: 'therapy' }, ['a']],
];

/** The rules of text, case by case. */
export function describeText(harness: SearchHarness): void {
  for (const [title, q, texts, found] of cases)
    it(title, async () => {
      const entries = Object.entries(texts).map(([id, text], at) => {
        const [name, practice, about] = typeof text === 'string' ? ['', '', text] : text;
        return anEntry(id, { text: { name, practice, about }, evidence: 5, confirmedOn: 20000 - at * 31 });
      });
      await withIndex(harness, entries, async (index) => {
        const answer = await index.search(query({ q }), TODAY);
        expect(answer.hits.map((hit) => hit.id)).to.deep.equal(found);
        expect(answer.total).to.equal(found.length);
      });
    });

  it('uses the first ten words, the tenth as a beginning', async () => {
    const entries = [anEntry('a', { text: { about: 'one two three four five six seven eight nine tenth' } })];
    await withIndex(harness, entries, async (index) => {
      const q = 'one two three four five six seven eight nine ten eleven';
      expect((await index.search(query({ q }), TODAY)).total).to.equal(1);
    });
  });

  it('names the field in which a word was found', async () => {
    const entries = [anEntry('a', { text: { name: 'Ana', practice: 'Fluence', about: 'grief' } })];
    await withIndex(harness, entries, async (index) => {
      const fields = [];
      for (const q of ['ana', 'fluence', 'grief', 'grief fluence'])
        fields.push((await index.search(query({ q }), TODAY)).hits[0]?.reasons.at(-1));
      expect(fields).to.deep.equal(
        ['name', 'practice', 'about', 'practice'].map((field) => ({ kind: 'text', field })),
      );
    });
  });
}
