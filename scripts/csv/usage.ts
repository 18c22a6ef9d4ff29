import { fieldNames, fieldOf, listFieldNames } from './fields.js';
import { groupNames, partsOf } from './groups.js';

export const USAGE = `npm run import:csv -- FILE --map MAP [--dry-run] [--encoding utf-8|latin-1|utf-16le]
  FILE        a spreadsheet saved as CSV, with headings in its first row; cells apart by comma, semicolon,
              tab or bar, which is found out
  --map       a JSON file that says which column is read into which field; for an example see
              seed/import-map.example.json beside seed/import.example.csv
  --dry-run   says everything that it would, and writes nothing
  --encoding  where it is neither UTF-8 nor Latin-1 as found out
  --help      lists every field of the map`;

const WIDE = 34;
const entry = (name: string, help: string) => `  ${name.padEnd(WIDE)}${help}`.trimEnd();

/** {@link USAGE} and every field that a map can name. */
export function fullUsage(): string {
  return `${USAGE}

Each row becomes a draft, with an email that invites the therapist to check it and to send it; nobody is
listed by this. Who is known by their e-mail address, or has left, is passed over. Rows with anything wrong go
into FILE.errors.csv with what it is: mend them there and import that file. The same file may be imported again.

The map: { "columns": { "heading": "field", … }, "always": { "field": "text", … } }
  "always" is said where the columns say nothing. "delimiter" may name the sign between cells.

Fields (a ; between several in one cell, or one column for each, in ${listFieldNames.join(', ')}):
${fieldNames.map((name) => entry(name, fieldOf(name).help)).join('\n')}

Lists. One column may hold several (“NJ; NY”), which go together with those of the other columns item by item; or
each item has columns of its own: authority.1.state, authority.2.state (authority.state is the first).
${groupNames.flatMap((group) => Object.entries(partsOf(group)).map(([part, { help }]) => entry(`${group}.${part}`, help))).join('\n')}

Days: 5/31/27, 2027-05-31, May 31 2027, 31-May-27, or the number that a spreadsheet program keeps. Exit code: 0 when
every row was taken or passed over, 1 otherwise.`;
}
