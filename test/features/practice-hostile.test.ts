import { expect } from 'chai';
import fc from 'fast-check';
import { therapistSchema } from '../../src/domain/therapist.js';
import { type OwnSite, ownSite } from '../support/own-site.js';
import type { Seen } from '../support/visitor.js';

const pages = ['who', 'where', 'insurance', 'answers', 'whom', 'proof'] as const;
const form = 'form:has([name=draftRevision])';

/** Texts that break careless code. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      '\u202e evil',
      '<script>alert(1)</script>',
      '"><img src=x>',
      '{{name}}',
      '__proto__',
      'null',
      '[]',
    ],
    ...[
      '-1',
      '1e9',
      '99999999999999999999',
      'NaN',
      '$',
      '1,2,3',
      '2/30/2027',
      '13/13/2027',
      '0000-00-00',
      '9999-99-99',
    ],
    ...[
      'javascript:alert(1)',
      'http://',
      'a@b',
      "' OR 1=1 --",
      '\r\nBcc: x@y.example',
      'x'.repeat(5000),
      '😀'.repeat(500),
    ],
  ),
);
/** Names that no form of ours has, or not in this place. */
const strange = fc.constantFrom(
  ...[
    '__proto__',
    'constructor.prototype',
    'authority',
    'authority.x.state',
    'authority.0',
    'authority.0.0.state',
  ],
  ...[
    'coverage.999.payer',
    'coverage.-1.state',
    'name.first',
    'contact',
    'fees',
    'status',
    'draft.name',
    'findings.0.result',
  ],
  ...[
    'email',
    'training.0.pick',
    'offices.5.zip',
    'proof.a9.link',
    'proof.training',
    '_do',
    '_next',
    'presence.0',
  ],
);

/** What a page's form would send, spoiled: values replaced, names left out, sent twice, or unknown. */
function spoiled(seen: Seen) {
  const fields = seen.$(form).serializeArray();
  const named = [
    ...new Set(
      seen
        .$(`${form} [name]`)
        .toArray()
        .map((one) => seen.$(one).attr('name')!),
    ),
  ];
  const names = named.filter((name) => !['_token', '_do', '_then', 'draftRevision'].includes(name));
  const change = fc.oneof(
    fc.tuple(fc.constant('set' as const), fc.constantFrom(...names), nasty),
    fc.tuple(fc.constant('twice' as const), fc.constantFrom(...names), nasty),
    fc.tuple(fc.constant('drop' as const), fc.constantFrom(...names), fc.constant('')),
    fc.tuple(fc.constant('twice' as const), strange, nasty),
  );
  return fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => {
    const params = new URLSearchParams(
      fields.map(({ name, value }): [string, string] => [name, String(value)]),
    );
    for (const [kind, name, value] of changes) {
      if (kind === 'drop') params.delete(name);
      else if (kind === 'set') params.set(name, value);
      else params.append(name, value);
    }
    return params;
  });
}

describe('a hostile form of a therapist', () => {
  let own: OwnSite;
  before(async () => {
    own = await ownSite({ draft: {} });
  });
  after(() => own.close());

  for (const page of pages)
    it(`is saved or comes back with what was typed, and never fails: ${page}`, async () => {
      const path = `/practice/${page}`;
      const seen = await own.ana.get(path);
      await fc.assert(
        fc.asyncProperty(spoiled(seen), async (params) => {
          const record = await own.stored();
          params.set('draftRevision', String(record?.draftRevision));
          const answer = await own.ana.post(path, params);
          expect([200, 303, 422]).to.include(answer.status);
          therapistSchema.parse(await own.stored());
          if (answer.status === 303) return;
          expect(await own.stored()).to.deep.equal(record);
          if (answer.status === 200) return;
          expect(answer.$('.errors a').length).to.be.greaterThan(0);
          for (const link of answer.$('.errors a').toArray())
            expect(
              answer.$('main').find(`[id="${answer.$(link).attr('href')!.slice(1)}"]`),
              answer.$(link).attr('href'),
            ).to.have.lengthOf(1);
          for (const field of answer.$(`${form} input[type=text]`).toArray()) {
            const name = answer.$(field).attr('name')!;
            if (/\.\d+\./.test(name)) continue;
            expect(answer.$(field).attr('value'), name).to.equal(typedLine(params.get(name) ?? ''));
          }
        }),
        { numRuns: 40 },
      );
    });

  it('reports a field that did not arrive, and one that arrived twice', async () => {
    const record = await own.stored();
    const token = (await own.ana.get('/practice/whom')).$('[name=_token]').val() as string;
    const params = new URLSearchParams([
      ['_token', token],
      ['draftRevision', String(record?.draftRevision)],
      ['accepting', 'yes'],
      ['accepting', 'no'],
      ['focus', 'ptsd'],
      ['focus', 'ptsd'],
      ['ages', 'dogs'],
    ]);
    const seen = await own.ana.post('/practice/whom', params);
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-accepting-error')).to.contain('more than once');
    expect(seen.text('#f-waitWeeks-error')).to.contain('did not arrive');
    expect(seen.text('#f-focus-error')).to.equal('This is chosen twice.');
    expect(seen.text('#f-ages-error')).to.equal('Choose one of the choices offered.');
  });

  for (const revision of ['', 'x', '-1', '1e3', '99999999999'])
    it(`is out of date when it does not name the draft it was made from: "${revision}"`, async () => {
      const seen = await own.ana.get('/practice/who');
      const answer = await own.ana.submit(seen, {
        form,
        fill: { draftRevision: revision, name: `New ${revision}` },
      });
      expect(answer.status).to.equal(409);
    });

  for (const path of ['check', 'questions', 'reports/report00000001', 'reports/__proto__', 'leave'])
    it(`is refused in the other boxes when it makes no sense: ${path}`, async () => {
      const token = (await own.ana.get('/practice/whom')).$('[name=_token]').val() as string;
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.tuple(
              fc.oneof(strange, fc.constantFrom('statement', 'answer.0', 'about.0', 'confirmation')),
              nasty,
            ),
          ),
          async (pairs) => {
            const before = await own.stored();
            const answer = await own.ana.post(
              `/practice/${path}`,
              new URLSearchParams([...pairs, ['_token', token]]),
            );
            expect([404, 409, 422]).to.include(answer.status);
            expect(await own.stored()).to.deep.equal(before);
          },
        ),
        { numRuns: 15 },
      );
    });
});

/** What an HTML parser makes of a value. */
function typedLine(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}
