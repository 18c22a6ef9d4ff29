import type { SearchAnswer, SearchQuery } from '../../search/search-index.js';
import { paths } from '../../web/paths.js';
import { figure } from '../../wording/numbers.js';
import { payerOptions, stateOptions } from '../../wording/options.js';

/** The start page: state and insurance, and how many there are. */
export function homePage(query: SearchQuery, answer: SearchAnswer) {
  return {
    action: paths.therapists,
    states: stateOptions(query, answer.counts),
    payers: payerOptions(query, answer.counts),
    total: figure(answer.total),
    inSession: figure(answer.counts.scope['in-session'] ?? 0),
    confirmed: figure(answer.counts.confirmed[90] ?? 0),
    accepting: figure(answer.counts.accepting),
    anybody: answer.total > 0,
  };
}
