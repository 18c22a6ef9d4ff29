import autocannon from 'autocannon';

export const CONNECTIONS = 16;

/** The next path at each call, and the headers. */
export interface Asked {
  path: () => string;
  headers?: Record<string, string>;
}

/** Requests a second and latencies over this many seconds. @throws when an answer is not 200 */
export async function load(
  origin: string,
  { path, headers = {} }: Asked,
  seconds: number,
  connections = CONNECTIONS,
) {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${result.non2xx} answers were not 200 and ${result.errors} requests failed: the figures would be wrong.`,
    );
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}
