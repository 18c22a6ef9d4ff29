import { modes } from '../../domain/authority.js';
import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import type { Counts } from '../search-index.js';
import { countBits } from './bit-count.js';
import type { Columns } from './columns.js';
import { type Found, withinSteps } from './found.js';
import { type FlatGroup, layout } from './layout.js';

type CountOf = Record<string | number, number>;

/** The counts of a search that was counted, under the names of their choices; zero counts are left out. */
export function nameCounts(found: Found, columns: Columns): Counts {
  const joint = found.joint!;
  const main = columns.words.map((column) => countBits(column, found.docIds, found.length));
  const flat = (group: FlatGroup): CountOf => {
    const { word, shift, choices } = layout[group];
    const nearMisses = found.nearMisses[group];
    const more = nearMisses && countBits(columns.words[word]!, nearMisses.items, nearMisses.length);
    const counts: CountOf = {};
    choices.forEach((choice, at) => {
      const count = main[word]![shift + at]! + (more?.[shift + at] ?? 0);
      if (count > 0) counts[choice] = count;
    });
    return counts;
  };
  return {
    state: named(stateCodes, joint.state),
    payer: named(payerIds, joint.payer),
    line: named(lineIds, joint.line),
    scope: flat('scope'),
    presence: flat('presence'),
    place: flat('place'),
    program: flat('program'),
    focus: flat('focus'),
    mode: named(modes, joint.mode),
    language: flat('language'),
    accepting: flat('accepting')['1'] ?? 0,
    own_therapist: flat('own_therapist')['1'] ?? 0,
    integration72h: flat('integration72h')['1'] ?? 0,
    within: found.miles ? named(withinSteps, joint.within) : {},
    max_fee: flat('max_fee'),
    min_caseload: flat('min_caseload'),
    confirmed: flat('confirmed'),
  };
}

function named(choices: readonly (string | number)[], counted: Uint32Array): CountOf {
  const counts: CountOf = {};
  for (let at = 0; at < choices.length; at++) if (counted[at]! > 0) counts[choices[at]!] = counted[at]!;
  return counts;
}
