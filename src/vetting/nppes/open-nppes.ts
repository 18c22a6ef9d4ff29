import type { NpiRegistry, RegistryAnswer } from '../npi-registry.js';
import { readAnswer } from './answer.js';

const WAIT_MS = 5000;
/** An entry of the registry has a few thousand characters. */
const MOST_CHARACTERS = 500_000;

interface Options {
  /** Address of the API, as https://npiregistry.cms.hhs.gov/api/ */
  url: string;
  /** How long to wait for the whole answer. */
  waitMs?: number;
}

/** The registry of the Centers for Medicare & Medicaid Services, asked over HTTPS. */
export function openNppes({ url, waitMs = WAIT_MS }: Options): NpiRegistry {
  return {
    async lookUp(npi) {
      const address = new URL(url);
      address.searchParams.set('version', '2.1');
      address.searchParams.set('number', npi);
      return ask(address, waitMs).then(
        (answer) => read(npi, answer),
        (error: unknown) => failed(wordsFor(error, waitMs)),
      );
    },
  };
}

interface Said {
  status: number;
  body: string;
}

async function ask(address: URL, waitMs: number): Promise<Said> {
  const response = await fetch(address, {
    signal: AbortSignal.timeout(waitMs),
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  let body = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    body += part;
    if (body.length > MOST_CHARACTERS) throw new Error('too long');
  }
  return { status: response.status, body };
}

function read(npi: string, { status, body }: Said): RegistryAnswer {
  if (status !== 200) return failed(`The registry answered with status ${status}. Try again later.`);
  try {
    return readAnswer(npi, JSON.parse(body));
  } catch {
    return failed('The registry answered something that we cannot read.');
  }
}

const failed = (why: string): RegistryAnswer => ({ kind: 'failed', why });

function wordsFor(error: unknown, waitMs: number): string {
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return isLate
    ? `The registry did not answer within ${waitMs / 1000} seconds. Try again later.`
    : 'The registry could not be reached. Try again later.';
}
