import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileViews } from '../../src/web/views.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

describe('the white space of a view', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  /** Renders a view with this source; `part` is a partial with one word. */
  function rendered(source: string, model: object = {}): string {
    writeFileSync(join(folder, 'page.hbs'), source);
    writeFileSync(join(folder, 'part.hbs'), '<b>part</b>\n');
    return compileViews(folder).render('page', model);
  }

  it('is removed where it only indents block elements', () => {
    const source = '<ul>\n  {{#each list}}\n    <li>\n      {{this}}\n    </li>\n  {{/each}}\n</ul>\n';
    expect(rendered(source, { list: ['a', 'b'] })).to.equal('<ul><li>a</li><li>b</li></ul>');
  });

  for (const [title, source, expected] of [
    ['stays as one line break between words', '<p>\n  one\n  two\n</p>', '<p>one\ntwo</p>'],
    [
      'stays as one line break before a condition',
      'one\n  {{#if v}}\n    two\n  {{/if}}\n  three',
      'one\ntwo\nthree',
    ],
    ['stays as one line break between inline elements', '<a>x</a>\n    <a>y</a>', '<a>x</a>\n<a>y</a>'],
    [
      'stays one line break between `div` elements',
      '<div>x</div>\n\n  <div>y</div>',
      '<div>x</div>\n<div>y</div>',
    ],
    ['is not added where there was none', '<p>See <a>this</a>.</p>', '<p>See <a>this</a>.</p>'],
    ['stays within a line', '<p>one  two</p>', '<p>one  two</p>'],
    ['is removed from the indentation of a partial', '<p>\n    {{> part}}\n</p>', '<p><b>part</b>\n</p>'],
    [
      'stays in `pre`',
      '<pre class="x">\n  one\n\n    two\n</pre>\n<p>',
      '<pre class="x">\n  one\n\n    two\n</pre><p>',
    ],
    ['stays at the start of `textarea`', '<textarea>\n{{v}}</textarea>', '<textarea>\n \n v</textarea>'],
  ] as const)
    it(title, () => {
      expect(rendered(source, { v: ' \n v' })).to.equal(expected);
    });

  it('stays as typed in values', () => {
    expect(rendered('<p>\n  {{v}}\n</p>', { v: 'a\n   b' })).to.contain('a\n   b');
  });
});
