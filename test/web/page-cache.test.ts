import { expect } from 'chai';
import { type Answer, data, notCacheable, page, redirect, text } from '../../src/web/answer.js';
import { createPageCache, type Edition, type Keep, type PageCache } from '../../src/web/page-cache.js';

describe('kept pages', () => {
  let now: Edition;
  let cache: PageCache;
  beforeEach(() => {
    now = { directory: 1, day: '2026-03-02' };
    cache = createPageCache(() => now, 20_000);
  });

  /** Asks for a page and, when it is not kept, makes and keeps `answer`. */
  function ask(url: string, answer: Answer, among = cache): Answer {
    const found = among.find(url);
    if (typeof found !== 'function') return found;
    found(answer);
    return answer;
  }

  it('are given again for the same address alone', () => {
    const first = ask('/a', page('one'));
    expect(ask('/a', page('two'))).to.equal(first);
    expect(ask('/a?x', page('two'))).not.to.equal(first);
  });

  it('are made anew when the directory changes, and when the day does', () => {
    ask('/a', page('one'));
    now = { ...now, directory: 2 };
    expect(ask('/a', page('two'))).to.deep.equal(page('two'));
    now = { ...now, day: '2026-03-03' };
    expect(ask('/a', page('three'))).to.deep.equal(page('three'));
  });

  it('do not come back when the directory goes back to a number it had', () => {
    ask('/a', page('one'));
    now = { ...now, directory: 2 };
    cache.find('/a');
    now = { ...now, directory: 1 };
    expect(cache.find('/a')).to.be.a('function');
  });

  it('are not kept when the directory changed while they were made', () => {
    const slow = cache.find('/a') as Keep;
    now = { ...now, directory: 2 };
    cache.find('/b');
    slow(page('out of date'));
    expect(cache.find('/a')).to.be.a('function');
    const other = cache.find('/a') as Keep;
    now = { ...now, directory: 3 };
    other(page('out of date'));
    expect(cache.find('/a')).to.be.a('function');
  });

  it('are whole pages that were found, and no other answer', () => {
    for (const answer of [page('gone', 404), page('over', 410), redirect('/b'), data({}), text('x')]) {
      ask('/a', answer);
      expect(cache.find('/a'), answer.kind).to.be.a('function');
    }
  });

  it('are not those with a shortlist of one visitor on them', () => {
    ask('/a?pick=b', notCacheable(page('one')));
    expect(cache.find('/a?pick=b')).to.be.a('function');
  });

  it('take no more room than they may: the least used go first', () => {
    const html = 'x'.repeat(2600);
    for (let index = 0; index < 50; index++) {
      ask(`/${index}`, page(html));
      ask('/0', page(html));
    }
    const kept = Array.from({ length: 50 }, (_, index) => index).filter(
      (index) => typeof cache.find(`/${index}`) !== 'function',
    );
    expect(kept).to.deep.equal([0, 47, 48, 49]);
  });

  it('are never one page that alone is too large', () => {
    ask('/large', page('x'.repeat(20_000)));
    expect(cache.find('/large')).to.be.a('function');
  });
});
