import { expect } from 'chai';
import { type Answer, data, notCacheable, page, redirect, text } from '../../src/web/answer.js';
import { createPageCache, type Edition, type Keep, type PageCache } from '../../src/web/page-cache.js';

describe('cached pages', () => {
  let now: Edition;
  let cache: PageCache;
  beforeEach(() => {
    now = { directory: 1, day: '2026-03-02' };
    cache = createPageCache(() => now, 20_000);
  });

  /** Asks for a page and, when it is not cached, caches `answer`. */
  function ask(url: string, answer: Answer, among = cache): Answer {
    const found = among.find(url);
    if (typeof found !== 'function') return found;
    found(answer);
    return answer;
  }

  it('are returned for the same address only', () => {
    const first = ask('/a', page('one'));
    expect(ask('/a', page('two'))).to.equal(first);
    expect(ask('/a?x', page('two'))).not.to.equal(first);
  });

  it('are made again when the directory or the day changes', () => {
    ask('/a', page('one'));
    now = { ...now, directory: 2 };
    expect(ask('/a', page('two'))).to.deep.equal(page('two'));
    now = { ...now, day: '2026-03-03' };
    expect(ask('/a', page('three'))).to.deep.equal(page('three'));
  });

  it('are not reused when the directory returns to an earlier number', () => {
    ask('/a', page('one'));
    now = { ...now, directory: 2 };
    cache.find('/a');
    now = { ...now, directory: 1 };
    expect(cache.find('/a')).to.be.a('function');
  });

  it('do not include a page made while the directory changed', () => {
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

  it('include only successful pages, and no other response', () => {
    for (const answer of [page('gone', 404), page('over', 410), redirect('/b'), data({}), text('x')]) {
      ask('/a', answer);
      expect(cache.find('/a'), answer.kind).to.be.a('function');
    }
  });

  it('do not include pages with the shortlist of a visitor', () => {
    ask('/a?pick=b', notCacheable(page('one')));
    expect(cache.find('/a?pick=b')).to.be.a('function');
  });

  it('stay within their size limit: the least recently used go first', () => {
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

  it('do not include a page that exceeds the limit alone', () => {
    ask('/large', page('x'.repeat(20_000)));
    expect(cache.find('/large')).to.be.a('function');
  });
});
