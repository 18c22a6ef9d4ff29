import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';
import { SearchMisconfigured, SearchUnavailable } from '../search-index.js';

/** Answers of a server that does not know our attributes: the index was made by another version, or by nobody. */
const OTHER_VERSION = new Set([
  'invalid_search_filter',
  'invalid_search_sort',
  'invalid_search_facets',
  'invalid_search_attributes_to_retrieve',
  'invalid_document_filter',
]);

/** The settings that a call depends on, for messages. */
export interface Settings {
  host: string;
  key: string;
}

/**
 * Awaits a call of the client and turns what can go wrong with a server into the two errors of the port.
 * @throws SearchUnavailable, SearchMisconfigured
 */
export async function asked<T>(settings: Settings, call: Promise<T>): Promise<T> {
  return await call.catch((error: unknown) => {
    throw translated(settings, error);
  });
}

function translated(settings: Settings, error: unknown): unknown {
  if (error instanceof MeilisearchRequestError) return network(error);
  if (error instanceof MeilisearchApiError) return refusal(settings, error);
  if (error instanceof SyntaxError) return notMeilisearch();
  return error;
}

/** The causes are left behind: they hold the request with its headers. */
function network(error: MeilisearchRequestError): SearchUnavailable {
  const { cause } = error;
  if (cause instanceof MeilisearchRequestTimeOutError)
    return new SearchUnavailable('slow', 'Meilisearch did not answer in time');
  const reason = cause instanceof Error ? (cause.cause ?? cause) : cause;
  const code = (reason as { code?: unknown } | undefined)?.code;
  const name = typeof code === 'string' ? code : 'network';
  return new SearchUnavailable('unreachable', `Meilisearch cannot be reached (${name})`, { cause: name });
}

/** A proxy's page, half an answer, or another server altogether. */
export function notMeilisearch(): SearchUnavailable {
  return new SearchUnavailable('unreachable', 'what answers is not Meilisearch');
}

/** Whether the connection was cut, as happens to one that was kept open while the server restarted. */
export function wasCut(error: unknown): boolean {
  return (
    error instanceof SearchUnavailable &&
    ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String(error.cause))
  );
}

function refusal(settings: Settings, error: MeilisearchApiError): unknown {
  const { status, headers } = error.response;
  const code = error.cause?.code ?? '';
  if (status === 401 || status === 403)
    return new SearchMisconfigured(settings.key, 'Meilisearch refuses this key', { cause: code });
  if (code === 'invalid_settings_ranking_rules') return tooOld(settings.host);
  if (code === 'index_not_found')
    return new SearchUnavailable('missing', 'Meilisearch holds no index for us');
  if (OTHER_VERSION.has(code))
    return new SearchUnavailable('other-version', `the index was not made by this version (${code})`);
  const retryAfter = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return new SearchUnavailable(
    status >= 500 || status === 429 || status === 408 ? 'busy' : 'refused',
    `Meilisearch answered ${status} ${code}`.trim(),
    { cause: code, retryAfter: Number.isFinite(retryAfter) ? retryAfter : null },
  );
}

export function tooOld(hostSetting: string): SearchMisconfigured {
  return new SearchMisconfigured(hostSetting, 'this Meilisearch is too old, 1.50 or later is wanted');
}

/** Whether the server refused with this code. */
export function refusedWith(error: unknown, code: string): boolean {
  return error instanceof SearchUnavailable && error.cause === code;
}
