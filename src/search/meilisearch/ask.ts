import type { MultiSearchResult } from 'meilisearch';
import { SearchUnavailable } from '../search-index.js';
import type { Counted } from './counts.js';
import { FORMAT_VERSION } from './documents.js';
import { notMeilisearch } from './errors.js';
import type { PackedFacts } from './facts.js';
import type { PackedNear } from './near-facts.js';
import type { Part } from './parts.js';
import type { Server } from './server.js';

export interface Hit {
  id: string;
  slug: string;
  revision: number;
  facts: PackedFacts;
  near: PackedNear;
  name: string;
  practice: string;
  about: string;
}

export interface Answered extends Counted {
  hits: Hit[];
}

/** The server's own time for a call, in milliseconds, for measurements. */
export type OnCall = (call: { serverMs: number }) => void;

const MARK_PART: Part = {
  q: '',
  filter: ['kind = "mark"'],
  page: 1,
  hitsPerPage: 1,
  attributesToRetrieve: ['formatVersion'],
};

/** Searches in one of our indexes, several at once. */
export type Ask = (parts: readonly Part[]) => Promise<Answered[]>;

/**
 * Every call also reads what the index was built by, so that an index of another version, or of another program, is never used.
 * @throws SearchUnavailable `missing`, `other-version` and all that a server can do
 */
export function createAsk(server: Server, indexUid: string, onCall?: OnCall): Ask {
  return async (parts) => {
    const queries = [MARK_PART, ...parts].map((part) => ({ ...part, indexUid }));
    const answer = await server.read((client) => client.multiSearch({ queries }));
    const { results } = (answer as Partial<typeof answer> | undefined) ?? {};
    if (results?.length !== queries.length) throw notMeilisearch();
    const [mark, ...answers] = results as MultiSearchResult<Record<string, unknown>>[];
    onCall?.({ serverMs: results.reduce((sum, one) => sum + one.processingTimeMs, 0) });
    if (mark?.hits[0]?.formatVersion !== FORMAT_VERSION)
      throw new SearchUnavailable('other-version', 'the index was made by another version');
    return answers.map((answer) => ({
      total: answer.totalHits ?? 0,
      facets: answer.facetDistribution ?? {},
      hits: answer.hits as unknown as Hit[],
    }));
  };
}
