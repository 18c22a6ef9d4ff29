import { payers } from '../../domain/reference/payers.js';
import { states } from '../../domain/reference/states.js';
import { paths } from '../../web/paths.js';
import { figure } from '../../wording/numbers.js';
import type { StateGap } from '../gaps.js';
import { tiles } from '../tiles.js';

/** Where nobody is listed, and which insurance nobody takes, for those who recruit. */
export function gapsPage(gaps: readonly StateGap[]) {
  const most = Math.max(1, ...gaps.map(({ listings }) => listings));
  const size = 56;
  return {
    viewBox: `0 0 ${11 * size} ${8 * size}`,
    tiles: gaps.map(({ state, listings }) => {
      const [column, row] = tiles[state];
      const [x, y] = [column * size + 2, row * size + 2];
      const shade = listings === 0 ? 0 : 1 + Math.min(3, Math.floor((listings / most) * 4));
      return {
        state,
        listings,
        x,
        y,
        side: size - 4,
        tx: x + size / 2 - 2,
        ty: y + 22,
        ny: y + 42,
        shade: `shade-${shade}`,
      };
    }),
    rows: gaps
      .toSorted((a, b) => a.listings - b.listings || a.state.localeCompare(b.state))
      .map(({ state, listings, inPerson, accepting, missing, payers: selling }) => ({
        state: states[state].name,
        search: `${paths.therapists}?state=${state}`,
        listings: figure(listings),
        inPerson: figure(inPerson),
        accepting: figure(accepting),
        taken: `${selling - missing.length} of ${selling}`,
        missing: missing.map((payer) => payers[payer].name),
      })),
  };
}
