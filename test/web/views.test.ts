import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { compileViews, type Views } from '../../src/web/views.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

describe('a view', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  /** Compiles these views, each under its name. */
  function views(sources: Record<string, string>): Views {
    for (const [name, source] of Object.entries(sources)) {
      const file = join(folder, `${name}.hbs`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source);
    }
    return compileViews(folder);
  }

  /** The message of the error that stops the start, or the page. */
  function refusal(act: () => unknown): string {
    try {
      act();
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('Nothing was refused.');
  }

  for (const [title, source, reason] of [
    ['does not compile', '{{#if open}}never closed', /Parse error/],
    ['closes what it did not open', '{{#if open}}{{/each}}', /doesn't match/],
    ['names a partial that is not there', '{{> parts/nowhere}}', /partial that is not there: parts\/nowhere/],
    [
      'wraps itself in a partial that is not there',
      '{{#> parts/frame}}x{{/parts/frame}}',
      /not there: parts\/frame/,
    ],
    ['names such a partial deep inside', '{{#if a}}{{#each b}}{{> deep}}{{/each}}{{/if}}', /not there: deep/],
    ['calls a helper that is not there', '{{shout name}}', /unknown helper shout/],
  ] as const)
    it(`stops the start with its name when it ${title}`, () => {
      const said = refusal(() => views({ good: 'ok', 'pages/bad': source }));
      expect(said)
        .to.match(/^The view pages\/bad does not compile: /)
        .and.to.match(reason);
    });

  for (const [title, source] of [
    ['as text', 'Hello {{name}}'],
    ['inside something', '{{person.name}}'],
    ['in a condition', '{{#if name}}x{{/if}}'],
    ['in the other branch of a condition', '{{#unless name}}x{{/unless}}'],
    ['in a list', '{{#each name}}x{{/each}}'],
    ['handed to a partial', '{{> part name=name}}'],
    ['in a partial', '{{> part}}'],
  ] as const)
    it(`is refused with its name when the model lacks a value ${title}`, () => {
      const all = views({ part: '<i>{{name}}</i>', page: source });
      expect(refusal(() => all.render('page', { person: {} }))).to.match(
        /^The view page cannot be filled: .*name/,
      );
      expect(all.render('page', { name: '', person: { name: '' } })).to.be.a('string');
    });

  it('shows nothing for null and undefined in the model', () => {
    const all = views({ page: '{{#if a}}x{{/if}}[{{b}}]' });
    expect(all.render('page', { a: undefined, b: null })).to.equal('[]');
  });

  it('is refused by name when it does not exist', () => {
    for (const name of ['nowhere', '__proto__', 'constructor', '../package'])
      expect(refusal(() => views({ page: 'x' }).render(name, {}))).to.equal(`There is no view ${name}.`);
  });

  it('escapes every value, in text and in attributes', () => {
    const all = views({ page: '<a title="{{v}}" href=\'{{v}}\'>{{v}}</a>' });
    const html = all.render('page', { v: `<script>"'&\`=` });
    const escaped = '&lt;script&gt;&quot;&#x27;&amp;&#x60;&#x3D;';
    expect(html).to.equal(`<a title="${escaped}" href='${escaped}'>${escaped}</a>`);
  });

  it('reads only own properties of the model', () => {
    const all = views({ page: '{{#with a}}{{constructor}}{{/with}}' });
    const seen = (() => {
      try {
        return all.render('page', { a: {} });
      } catch {
        return '';
      }
    })();
    expect(seen).to.equal('');
  });

  it('includes partials in folders by their path', () => {
    const all = views({ 'a/page': '[{{> b/part x=y}}]', 'b/part': '{{x}}' });
    expect(all.render('a/page', { y: 'z' })).to.equal('[z]');
  });
});

describe('the views of the site', () => {
  it('compile', () => {
    expect(() => compileViews('views')).not.to.throw();
  });
});
