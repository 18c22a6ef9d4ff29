import { z } from 'zod';
import { type ProblemId, problems } from '../web/problem.js';
import { API_ROOT } from './links.js';
import { type Parameter, valueSchema } from './parameter.js';
import type { AnyResource } from './resource.js';
import { components } from './schemas/component.js';
import { problemAnswer } from './schemas/problem.js';

type Json = Record<string, unknown>;

const REF = '#/components/schemas/';

/** The OpenAPI 3.1 document of these resources; everything in it comes from the schemas that read and that type the answers. */
export function openApiOf(resources: readonly AnyResource[], site: string): Json {
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Holdspace',
      version: '1.0.0',
      summary: 'Therapists for ketamine-assisted psychotherapy, with what was checked and when.',
      description:
        'Read-only, without a key. Within version 1 fields and resources may be added; nothing is renamed or taken away.',
      termsOfService: `${site}/api/docs#use`,
    },
    servers: [{ url: site + API_ROOT }],
    externalDocs: { url: `${site}/api/docs` },
    paths: Object.fromEntries(resources.map((resource) => [resource.path, { get: operationOf(resource) }])),
    components: { schemas: schemas(), responses: problemResponses(), headers },
  };
}

function operationOf(resource: AnyResource): Json {
  const { id, title, description, inPath = {}, parameters, answer, notFound } = resource;
  const always: ProblemId[] = [
    'bad-parameters',
    'not-acceptable',
    'address-too-long',
    'too-many-requests',
    'failed',
    'not-ready',
  ];
  const told: ProblemId[] = notFound ? [...always, 'not-found'] : always;
  return {
    operationId: id,
    summary: title,
    description,
    parameters: [
      ...Object.entries(inPath).map(([name, { description: said, pattern }]) => ({
        name,
        in: 'path',
        required: true,
        description: said,
        schema: { type: 'string', pattern },
      })),
      ...Object.entries(parameters).map(([name, parameter]) => parameterOf(name, parameter)),
    ],
    responses: {
      200: {
        description: 'The answer.',
        headers: refs(['ETag', 'RateLimit', 'RateLimit-Policy']),
        content: { 'application/json': { schema: answer === null ? { type: 'object' } : refTo(answer) } },
      },
      304: { description: 'What the client has (If-None-Match) is still right.' },
      ...Object.fromEntries(
        told.map((problem) => [problems[problem].status, { $ref: `#/components/responses/${problem}` }]),
      ),
    },
  };
}

function parameterOf(name: string, parameter: Parameter): Json {
  const { description, example, most } = parameter;
  const value = valueSchema(parameter);
  const schema = most === undefined ? value : { type: 'array', items: value, maxItems: most };
  const repeated = most === undefined ? {} : { style: 'form', explode: true };
  return { name, in: 'query', description, ...repeated, schema, ...(example !== undefined && { example }) };
}

/** The named schemas; a number that is only known to be whole needs no bounds of the language we write in. */
function schemas(): Json {
  const { schemas: made } = z.toJSONSchema(components, {
    uri: (id) => REF + id,
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return Object.fromEntries(
    Object.entries(made).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

function refTo(schema: z.ZodType): Json {
  return { $ref: REF + components.get(schema)?.id };
}

function problemResponses(): Json {
  const content = { 'application/problem+json': { schema: refTo(problemAnswer) } };
  return Object.fromEntries(
    Object.entries(problems).map(([id, { title, detail }]) => [
      id,
      {
        description: `${title}. ${detail}`,
        content,
        ...((id === 'too-many-requests' || id === 'not-ready') && { headers: refs(['Retry-After']) }),
      },
    ]),
  );
}

const refs = (names: (keyof typeof headers)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const text = { type: 'string' };
const headers = {
  ETag: { description: 'Tag of this answer, for If-None-Match.', schema: text },
  RateLimit: { description: 'What is left of the limit, and for how many seconds.', schema: text },
  'RateLimit-Policy': { description: 'The limit.', schema: text },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
};
