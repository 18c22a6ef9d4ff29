import type { Dropped } from '../../search/query.js';
import { queryNames } from '../../search/query-fields.js';
import { MAX_TEXT } from '../../search/words.js';

/** What was left out of a search because it was not understood, as the page says it. */
export function droppedWords({ name, value }: Dropped): string {
  if (name === 'q') return `Your words were cut to the first ${MAX_TEXT} characters.`;
  if (name === 'sort' && value === 'distance')
    return 'We left out “sort: distance”: the nearest office needs a ZIP code to begin from.';
  return (queryNames as readonly string[]).includes(name)
    ? `We left out “${name}: ${value}”: it is not a value we know.`
    : `We left out “${name}”: it is not one of our filters.`;
}
