import { modes } from '../../domain/authority.js';
import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import { type ChoiceCounts, facetCounts } from '../facet-counts.js';
import type { FlatGroup } from '../flat-groups.js';
import type { Counts } from '../search-index.js';
import { countBits } from './bit-count.js';
import type { Columns } from './columns.js';
import { type FoundDocs, withinSteps } from './found-docs.js';
import { layout } from './layout.js';

/** The counts of a search that was counted, under the names of their choices; zero counts are left out. */
export function nameCounts(found: FoundDocs, columns: Columns): Counts {
  const joint = found.joint!;
  const main = columns.words.map((column) => countBits(column, found.docIds, found.length));
  const flat = (group: FlatGroup): ChoiceCounts => {
    const { word, shift, choices } = layout[group];
    const nearMisses = found.nearMisses[group];
    const more = nearMisses && countBits(columns.words[word]!, nearMisses.items, nearMisses.length);
    const counts: ChoiceCounts = {};
    const counted = main[word]!;
    for (let at = 0; at < choices.length; at++) {
      const count = counted[shift + at]! + (more?.[shift + at] ?? 0);
      if (count > 0) counts[choices[at]!] = count;
    }
    return counts;
  };
  return Object.assign(facetCounts(flat), {
    state: named(stateCodes, joint.state),
    payer: named(payerIds, joint.payer),
    line: named(lineIds, joint.line),
    mode: named(modes, joint.mode),
    within: found.miles ? named(withinSteps, joint.within) : {},
    confirmed: flat('confirmed'),
  });
}

function named(choices: readonly (string | number)[], counted: Uint32Array): ChoiceCounts {
  const counts: ChoiceCounts = {};
  for (let at = 0; at < choices.length; at++) if (counted[at]! > 0) counts[choices[at]!] = counted[at]!;
  return counts;
}
