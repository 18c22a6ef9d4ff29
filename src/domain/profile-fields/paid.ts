import { type Coverage, coverageSchema } from '../coverage.js';
import { atMost, unique, whole } from '../fields.js';
import { atMostFacet } from './facet.js';
import { fact, group, yesNo } from './row.js';

const network = ({ state, payer, line }: Coverage) => `${state} ${payer} ${line}`;
const dollars = whole(0, 5000).nullable();

/** How the work is paid. */
export const paid = {
  coverage: fact(
    'rows',
    unique(atMost(coverageSchema, 200), network, 'This network is on the list already.'),
    { section: 'insurance', mayBeEmpty: true, edit: 'at once', neutral: [] },
  ),
  /** In whole US dollars; `null` where no figure was given. */
  fees: group(
    {
      hourly: fact('dollars', dollars, {
        facet: atMostFacet('max_fee', [150, 200, 250, 300, 400], [0, 5000]),
      }),
      /** Preparation, presence and integration for one medication session, without the medication. */
      packagePerSession: fact('dollars', dollars, {}),
      slidingScale: yesNo({}),
      superbill: yesNo({}),
      hsaFsa: yesNo({}),
    },
    {
      section: 'fees',
      mayBeEmpty: true,
      edit: 'at once',
      neutral: {
        hourly: null,
        packagePerSession: null,
        slidingScale: false,
        superbill: false,
        hsaFsa: false,
      },
    },
  ),
} as const;
