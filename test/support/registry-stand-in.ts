import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in answers to the next question; `null`: nothing, ever. */
export interface RegistryAnswers {
  status: number;
  body: unknown;
}

/** A small HTTP server in the place of the NPI registry. It keeps what it was asked. */
export async function registryStandIn() {
  const asked: URL[] = [];
  let answer: RegistryAnswers | null = { status: 200, body: { result_count: 0, results: [] } };
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://registry.example'));
    if (answer === null) return;
    const { status, body } = answer;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    asked,
    say(next: RegistryAnswers | null) {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One person as the registry tells of them, version 2.1. */
export const registryEntry = (number: string, basic: object, rest: object = {}) => ({
  result_count: 1,
  results: [
    {
      enumeration_type: 'NPI-1',
      number,
      basic: { status: 'A', last_updated: '2025-11-03', credential: 'LPC', middle_name: '--', ...basic },
      addresses: [{ state: 'NJ', address_purpose: 'LOCATION' }],
      taxonomies: [
        {
          code: '101YM0800X',
          desc: 'Counselor, Mental Health',
          license: '37PC00123400',
          state: 'NJ',
          primary: true,
        },
      ],
      other_names: [],
      ...rest,
    },
  ],
});
