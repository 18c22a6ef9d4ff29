import { LAPSE_AFTER_DAYS } from '../../domain/freshness.js';
import { problemAnchor, problems } from '../../web/problem.js';
import { figure } from '../../wording/numbers.js';
import { API_ROOT } from '../links.js';
import { type Parameter, valueSchema } from '../parameter.js';
import type { AnyResource } from '../resource.js';
import { components } from '../schemas/component.js';
import type { ExampleShown } from './examples.js';
import type { FieldTable } from './field-tables.js';

export interface DocsPageDeps {
  resources: readonly AnyResource[];
  examples: ReadonlyMap<string, ExampleShown>;
  tables: readonly FieldTable[];
  site: string;
  rateLimit: number | null;
}

/** Values up to this many stand in the sentence; longer lists are opened. */
const FEW_VALUES = 8;

/** The documentation as its view shows it. */
export function docsPage({ resources, examples, tables, site, rateLimit }: DocsPageDeps) {
  return {
    root: site + API_ROOT,
    openapi: `${API_ROOT}/openapi.json`,
    limit: rateLimit === null ? '' : figure(rateLimit),
    lapse: LAPSE_AFTER_DAYS,
    resources: resources.map((resource) => ({
      id: resource.id,
      title: resource.title,
      path: API_ROOT + resource.path,
      description: resource.description,
      parameters: [
        ...Object.entries(resource.inPath ?? {}).map(([name, { description }]) => ({
          name,
          about: description,
          wants: 'In the path',
          values: '',
          howMany: '',
        })),
        ...Object.entries(resource.parameters).map(([name, parameter]) => parameterShown(name, parameter)),
      ],
      answer: answerName(resource),
      example: examples.get(resource.id) ?? null,
    })),
    problems: Object.entries(problems).map(([id, { status, title, detail, remedy }]) => ({
      anchor: problemAnchor(id as keyof typeof problems),
      status,
      title,
      detail,
      remedy,
    })),
    tables: tables.map((table) => ({ ...table, anchor: `schema-${table.name}` })),
  };
}

function answerName({ answer }: AnyResource): string {
  return answer === null ? '' : (components.get(answer)?.id ?? '');
}

function parameterShown(name: string, parameter: Parameter) {
  const { enum: choices = [] } = valueSchema(parameter);
  const many = choices.length > FEW_VALUES;
  return {
    name,
    about: parameter.description,
    wants: wantsWords(parameter, many),
    values: many ? choices.join(', ') : '',
    howMany: many ? `${choices.length} values` : '',
  };
}

function wantsWords(parameter: Parameter, many: boolean): string {
  const { enum: choices = [], const: only, minimum, maximum, type, maxLength } = valueSchema(parameter);
  const { most, example } = parameter;
  if (only !== undefined) return String(only);
  if (choices.length > 0) {
    const several = most === undefined || choices.length <= most ? 'One or more of' : `One to ${most} of`;
    return `${most === undefined ? 'One of' : several}${many ? ':' : ` ${choices.join(', ')}`}`;
  }
  if (type === 'integer') return `Whole number from ${minimum} to ${figure(maximum as number)}`;
  if (example !== undefined) return `Text such as ${example}`;
  return maxLength === undefined ? 'Text' : `Text of at most ${maxLength} characters`;
}
