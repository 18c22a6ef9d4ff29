/** The problems that the API answers (RFC 9457), each with what it means for the authors of clients. */
export const problems = {
  'bad-parameters': {
    status: 400,
    title: 'A parameter is not right',
    detail: 'One or more parameters are unknown, have a value that is not allowed, or are given twice.',
    remedy: 'The member errors names each of them and says what is wanted. Nothing was searched.',
  },
  'not-found': {
    status: 404,
    title: 'Nothing is here',
    detail: 'There is no such resource, or nobody is listed under this name today.',
    remedy:
      'A therapist who pauses, lapses or leaves answers so from that moment on: take them out of your copy.',
  },
  'wrong-method': {
    status: 405,
    title: 'This can only be read',
    detail: 'The API answers GET, HEAD and OPTIONS.',
    remedy: 'Use GET. The header Allow lists the methods.',
  },
  'not-acceptable': {
    status: 406,
    title: 'The answer is JSON only',
    detail: 'The header Accept leaves out application/json.',
    remedy: 'Send Accept: application/json, or leave the header out.',
  },
  'address-too-long': {
    status: 414,
    title: 'The address is too long',
    detail: 'Path and query string together may have 4,000 characters.',
    remedy: 'Ask for less at once: a search with every filter set stays far below.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    detail: 'Your network asked too often in the last minute.',
    remedy: 'Wait as many seconds as Retry-After says. Keep answers and ask with If-None-Match.',
  },
  failed: {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'The request was fine, as far as we know. It is in our log under the number in requestId.',
    remedy: 'Try again later; when it stays, tell us the number.',
  },
  'not-ready': {
    status: 503,
    title: 'Back in a moment',
    detail: 'The service is starting or stopping.',
    remedy: 'Wait as many seconds as Retry-After says and ask again.',
  },
} as const satisfies Record<string, { status: number; title: string; detail: string; remedy: string }>;

export type ProblemId = keyof typeof problems;

/** What is wrong with one parameter. */
export interface ParameterError {
  parameter: string;
  reason: 'unknown' | 'bad-value' | 'repeated' | 'incomplete';
  /** What to do, in a sentence. */
  detail: string;
}

/** An answer of the API that says what went wrong. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly id: ProblemId;
  readonly errors: readonly ParameterError[];
  constructor(id: ProblemId, errors: readonly ParameterError[] = []) {
    super(id);
    this.id = id;
    this.errors = errors;
  }
}

/** Where each problem is explained; `type` of a problem is this, below the address of the site. */
export const problemAnchor = (id: ProblemId): string => `problem-${id}`;

/** The body of a problem, with a `requestId` where people may want to ask us about it. */
export function problemBody({ id, errors }: Problem, site: string, requestId?: string): object {
  const { status, title, detail } = problems[id];
  const names = [...new Set(errors.map(({ parameter }) => parameter))];
  return {
    type: `${site}/api/docs#${problemAnchor(id)}`,
    title,
    status,
    detail: names.length === 0 ? detail : `Not right: ${names.join(', ')}. See errors.`,
    ...(errors.length > 0 && { errors }),
    ...(requestId !== undefined && { requestId }),
  };
}
