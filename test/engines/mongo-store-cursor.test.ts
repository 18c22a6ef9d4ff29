import { assert } from 'chai';
import fc from 'fast-check';
import { advance, parseCursor, toRead, writeCursor } from '../../src/storage/mongo/cursor.js';
import type { Range } from '../../src/storage/mongo/ranges.js';

const DAY = 86_400;

/** Takes numbers, closes the nth open range, or reads with a limit. */
type Step = { take: number } | { close: number } | { read: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ take: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ close: fc.nat(5) }),
    fc.record({ read: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 60 },
);

/** A model of a store that has only numbers, with one reader. */
function createModel() {
  let last = 0;
  let open: Range[] = [];
  const visible: number[] = [];
  const returned = new Set<number>();
  let cursor = writeCursor({ given: 0, last: 0, now: [], later: [] });

  function read(limit: number): boolean {
    const at = parseCursor(cursor, 0);
    const wanted = toRead(at, last);
    const found = visible
      .filter((number) => wanted.some(({ from, to }) => from <= number && number <= to))
      .sort((a, b) => a - b);
    for (const number of found.slice(0, limit)) returned.add(number);
    const more = found.length > limit;
    const end = more ? found[limit - 1]! : last;
    cursor = writeCursor({ given: 0, ...advance(at, wanted, open, end, more) });
    return more;
  }

  return {
    returned,
    visible,
    read,
    cursor: () => cursor,
    open: () => open.length,
    take(count: number) {
      open.push({ from: last + 1, to: last + count });
      last += count;
    },
    close(nth: number) {
      const range = open[nth % open.length];
      if (range === undefined) return;
      open = open.filter((other) => other !== range);
      for (let number = range.from; number <= range.to; number++) visible.push(number);
    },
  };
}

describe('MongoDB change cursor', () => {
  it('misses no number, whatever order writes become visible in, and settles', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { take, close, read, ...state } = createModel();
        for (const step of history) {
          if ('take' in step) take(step.take);
          else if ('close' in step) close(step.close);
          else read(step.read);
        }
        while (state.open() > 0) close(0);
        // One pass for the rest, one for the numbers that were open in it, one to settle.
        for (let pass = 0; pass < 3; pass++) while (read(2));
        assert.sameMembers([...state.returned], state.visible);
        assert.match(state.cursor(), /^0\.\d+\.\.$/, 'nothing is left to read again');
      }),
      { numRuns: 2000 },
    );
  });

  it('gets past numbers that stay open, with a small limit', () => {
    const { take, close, read, returned } = createModel();
    take(1);
    take(5);
    close(1);
    while (read(2));
    assert.sameMembers([...returned], [2, 3, 4, 5, 6]);
  });

  it('refuses a cursor older than the removals that are kept', () => {
    const text = writeCursor({ given: 1000, last: 5, now: [], later: [] });
    assert.equal(parseCursor(text, 1000 + 28 * DAY).last, 5);
    assert.throws(() => parseCursor(text, 1000 + 30 * DAY), RangeError, /too old/);
  });
});
