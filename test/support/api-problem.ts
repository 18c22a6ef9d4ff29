import { expect } from 'chai';
import type { Site } from './site.js';

export const root = '/api/v1';

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  errors?: { parameter: string; reason: string; detail: string }[];
  requestId?: string;
}

/** Asks for what the API refuses. @throws when the answer is no problem, or leads nowhere in the documentation. */
export async function askProblem(
  site: Site,
  path: string,
  headers: Record<string, string> = {},
): Promise<ProblemBody> {
  const answer = await site.get(path, headers);
  expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
  expect(answer.headers.get('cache-control')).to.equal('no-store');
  const body = JSON.parse(answer.body) as ProblemBody;
  expect(body.status).to.equal(answer.status);
  const page = await site.get(body.type);
  expect(page.$(new URL(body.type, site.origin).hash)).to.have.lengthOf(1);
  return body;
}
