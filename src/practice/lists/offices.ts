import { officeSchema } from '../../domain/profile.js';
import { zipPlace } from '../../domain/reference/zip-codes.js';
import { leaf } from '../form/leaf.js';
import { mapRows, type Row } from '../form/read-form.js';
import { zipTyped } from '../form/us-ways.js';
import type { FactList } from './list.js';
import { stateField } from './state-field.js';

const office = officeSchema.shape;

export const offices: FactList = {
  shape: { name: 'offices', fields: ['zip', 'city', 'state'], preset: {}, most: 10 },
  row: { zip: leaf(office.zip, { read: zipTyped }), city: leaf(office.city), state: leaf(office.state) },
  understand: (tree) => ({ tree: mapRows(tree, 'offices', withPlace), messages: new Map() }),
  fields: (f, at) => ({
    fields: [
      f.text(`${at}.zip`, 'ZIP code', { inputmode: 'numeric', autocomplete: 'off', maxlength: 10 }),
      f.text(`${at}.city`, 'City', { hint: 'Empty: we take it from the ZIP code.', maxlength: 60 }),
      stateField(f, at, 'As the ZIP code says'),
    ],
  }),
};

/** Fills in an empty city and state from the ZIP code. */
function withPlace(row: Row): Row {
  const place = zipPlace(zipTyped(row.zip?.[0] ?? ''));
  if (place === null) return row;
  const empty = (['city', 'state'] as const).filter((part) => row[part]?.join('').trim() === '');
  return { ...row, ...Object.fromEntries(empty.map((part) => [part, [place[part]]])) };
}
