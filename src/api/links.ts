import { searchParams } from '../search/query.js';
import type { SearchQuery } from '../search/search-index.js';

/** The root of version 1. A change that could break a client gets a new number beside it. */
export const API_ROOT = '/api/v1';

export const therapistLink = (slug: string): string => `${API_ROOT}/therapists/${slug}`;

/** This search at the API. */
export function searchLink(query: SearchQuery): string {
  const params = searchParams(query).toString();
  return `${API_ROOT}/therapists${params === '' ? '' : `?${params}`}`;
}
