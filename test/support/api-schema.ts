import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import type { Site } from './site.js';

interface Response {
  $ref?: string;
  content?: Record<string, { schema: object }>;
}

export interface OpenApi {
  openapi: string;
  servers: { url: string }[];
  paths: Record<
    string,
    {
      get: {
        operationId: string;
        summary: string;
        parameters: { name: string; in: string; required?: boolean; schema: object; example?: unknown }[];
        responses: Record<string, Response>;
      };
    }
  >;
  components: {
    schemas: Record<string, Record<string, unknown>>;
    responses: Record<string, Response>;
    headers: Record<string, object>;
  };
}

export interface ApiCheck {
  document: OpenApi;
  /** Sends a request, and validates the response with its published schema. @throws Error saying what is wrong. */
  ask<T = Record<string, unknown>>(path: string, headers?: Record<string, string>): Promise<Asked<T>>;
}

export interface Asked<T> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

/** Reads the published document once; every later response is validated with it. */
export async function apiCheck(site: Site): Promise<ApiCheck> {
  const document = JSON.parse((await site.get('/api/v1/openapi.json')).body) as OpenApi;
  const validators = validatorsOf(document);
  return {
    document,
    async ask<T>(path: string, headers: Record<string, string> = {}) {
      const { status, headers: sent, body: text } = await site.get(path, headers);
      const body = JSON.parse(text) as T;
      const template = templateOf(document, path.split('?')[0]!.slice('/api/v1'.length));
      const validate = validators(template, status, sent.get('content-type') ?? '');
      if (!validate(body))
        throw new Error(`${path}: ${JSON.stringify(validate.errors?.slice(0, 3), null, 1)}\n${text}`);
      return { status, headers: sent, body, text };
    },
  };
}

/** Compiles every named schema strictly: an unknown keyword or a broken reference is an error. Counts require choices by their ids alone. */
export function compileSchemas(document: OpenApi): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', $defs: movedRefs(document.components.schemas) });
  return ajv;
}

const movedRefs = <T>(part: T): T =>
  JSON.parse(JSON.stringify(part).replaceAll('"#/components/schemas/', '"api#/$defs/')) as T;

function validatorsOf(document: OpenApi) {
  const ajv = compileSchemas(document);
  const made = new Map<string, ValidateFunction>();
  return (template: string, status: number, type: string): ValidateFunction => {
    const media = type.split(';')[0]!;
    const key = `${template} ${status} ${media}`;
    const known = made.get(key);
    if (known) return known;
    const told = document.paths[template]?.get.responses[status];
    const response = told?.$ref ? document.components.responses[told.$ref.split('/').at(-1)!] : told;
    const schema = response?.content?.[media]?.schema;
    if (schema === undefined) throw new Error(`The document says nothing of ${key}.`);
    const validate = ajv.compile(movedRefs(schema));
    made.set(key, validate);
    return validate;
  };
}

function templateOf(document: OpenApi, path: string): string {
  const found = Object.keys(document.paths).find((template) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  if (found === undefined) throw new Error(`The document has no path for ${path}.`);
  return found;
}
