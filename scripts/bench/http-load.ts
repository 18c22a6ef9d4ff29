import autocannon from 'autocannon';

export const CONNECTIONS = 16;

/** What is asked for: a path each time it is called, and how. */
export interface Asked {
  path: () => string;
  headers?: Record<string, string>;
}

/** Requests a second and how long they took, over so many seconds. @throws when one was not answered with 200 */
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
      `${result.non2xx} answers were no 200 and ${result.errors} failed: the figure would be of errors.`,
    );
  return { perSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}
