interface Schema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  additionalProperties?: Schema | boolean;
  format?: string;
  $ref?: string;
}

export interface FieldTable {
  name: string;
  about: string;
  fields: { name: string; type: string; about: string }[];
}

/** A table of fields for each object among the named schemas of an OpenAPI document. */
export function fieldTables(document: object): FieldTable[] {
  const { schemas } = (document as { components: { schemas: Record<string, Schema> } }).components;
  return Object.entries(schemas)
    .filter(([, schema]) => schema.properties !== undefined)
    .map(([name, schema]) => ({ name, about: schema.description ?? '', fields: fieldsOf(schema, '') }));
}

/** The fields of an object inside are in the same table, under their path. */
function fieldsOf({ properties = {}, required = [] }: Schema, before: string): FieldTable['fields'] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = before + key;
    const optional = required.includes(key) ? '' : ', may be missing';
    const own = { name, type: typeOf(schema) + optional, about: schema.description ?? '' };
    const [item, mark] = schema.items === undefined ? [schema, '.'] : [schema.items, '[].'];
    return item.properties === undefined ? [own] : [own, ...fieldsOf(item, name + mark)];
  });
}

function typeOf(schema: Schema): string {
  const { $ref, anyOf, items, enum: choices, const: only, additionalProperties, type, format } = schema;
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (items !== undefined) return `list of ${typeOf(items)}`;
  if (only !== undefined) return String(only);
  if (choices !== undefined) return choices.join(', ');
  if (typeof additionalProperties === 'object') return `${typeOf(additionalProperties)} by id`;
  if (type === 'string' && format === 'uri-reference') return 'address';
  return Array.isArray(type) ? type.join(' or ') : (type ?? 'any');
}
