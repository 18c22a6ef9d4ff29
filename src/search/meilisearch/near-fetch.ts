import type { Day } from '../../domain/calendar.js';
import type { SearchQuery } from '../search-index.js';
import { queryWords } from '../words.js';
import type { Ask, Hit } from './ask.js';
import { unpackNear } from './near-facts.js';
import type { Candidate } from './near-order.js';
import { nearDocuments, nearPart } from './parts.js';
import type { Server } from './server.js';

/** All with an office near enough, and perhaps some farther; with words, those that have them, in the server's order. */
export type FetchNear = (query: SearchQuery, today: Day, miles: number) => Promise<Candidate[]>;

type Row = Pick<Hit, 'id' | 'near'>;

export function createFetchNear(server: Server, indexUid: string, ask: Ask): FetchNear {
  async function documents(query: SearchQuery, miles: number): Promise<Row[]> {
    const wanted = nearDocuments(query, miles);
    const [found] = await Promise.all([
      server.fetch((client) => client.index<Record<string, unknown>>(indexUid).getDocuments(wanted)),
      ask([]),
    ]);
    return found.results as unknown as Row[];
  }

  return async (query, today, miles) => {
    const words = queryWords(query.q).length > 0;
    const rows = words
      ? (await ask([nearPart(query, today, miles)]))[0]!.hits
      : await documents(query, miles);
    return rows.map(({ id, near }) => ({ id, facts: unpackNear(near) }));
  };
}
