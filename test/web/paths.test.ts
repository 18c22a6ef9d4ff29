import { expect } from 'chai';
import fc from 'fast-check';
import { localPath, signInPath } from '../../src/web/paths.js';

describe('a return path', () => {
  it('is a path of this site', () => {
    for (const path of ['/', '/practice', '/therapists?state=NJ&q=a%20b', '/a/b/'])
      expect(localPath(path)).to.equal(path);
  });

  it('is null for anything that could lead to another site', () => {
    for (const text of [
      '',
      'practice',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/.//evil.example',
      '/..//evil.example',
      '/a/..//evil.example',
      '/%2e//evil.example',
      '/./\\evil.example',
      ' /practice',
      'javascript:alert(1)',
    ])
      expect(localPath(text), text).to.equal(null);
  });

  it('stays on this site, however a browser parses it', () => {
    const sign = fc.constantFrom(
      '/',
      '\\',
      '.',
      '%2e',
      '%2f',
      '?',
      '#',
      '@',
      ':',
      'evil.example',
      '\t',
      'a',
      ';',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const path = localPath(`/${signs.join('')}`);
        if (path === null) return;
        expect(new URL(path, 'https://directory.example/sign-in').origin).to.equal(
          'https://directory.example',
        );
        expect(localPath(path)).to.equal(path);
      }),
      { numRuns: 3000 },
    );
  });

  it('is passed to the sign-in page, except for the home page', () => {
    expect(signInPath('/practice?a=1&b=2')).to.equal('/sign-in?next=%2Fpractice%3Fa%3D1%26b%3D2');
    expect(signInPath('/')).to.equal('/sign-in');
    expect(signInPath(null)).to.equal('/sign-in');
  });
});
