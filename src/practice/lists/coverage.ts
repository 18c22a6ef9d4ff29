import { coverageSchema, coveredParts } from '../../domain/coverage.js';
import { lineIds, lines } from '../../domain/reference/lines.js';
import { type PayerId, payerIds, payers } from '../../domain/reference/payers.js';
import { isStateCode } from '../../domain/reference/states.js';
import { payerNamed } from '../../search/payer-named.js';
import type { Choice } from '../../web/fields.js';
import { coveredPartLabels } from '../../wording/labels.js';
import type { Fields, Shown } from '../form/groups.js';
import { leaf } from '../form/leaf.js';
import { payerMessage } from '../form/name-messages.js';
import { offered, withNames } from '../form/picked.js';
import type { FactList } from './list.js';
import { stateField, stateOf } from './state-field.js';

const network = coverageSchema.shape;
const lineChoices = lineIds.map((id): Choice => [id, lines[id].label]);
const coversChoices = coveredParts.map((part): Choice => [part, coveredPartLabels[part]]);
const payerNames = payerIds.map((id) => payers[id].name).sort();

/** Insurance networks. */
export const coverage: FactList = {
  shape: {
    name: 'coverage',
    fields: ['state', 'payer', 'pick', 'line', 'covers'],
    preset: { covers: 'ask' },
    most: 200,
  },
  row: {
    state: leaf(network.state),
    payer: leaf(network.payer),
    line: leaf(network.line),
    covers: leaf(network.covers),
  },
  write: { payer: (id: PayerId) => payers[id].name },
  understand: (tree) =>
    withNames<PayerId>(tree, {
      list: 'coverage',
      field: 'payer',
      named: (text, row) => payerNamed(text, stateOf(row)).found,
      message: (text, row, found) => payerMessage(text, stateOf(row), found),
    }),
  fields: (f, at) => ({
    fields: [
      stateField(f, at),
      f.text(`${at}.payer`, 'Insurance', {
        hint: 'Type its name, such as BCBS or Optum.',
        list: 'payers',
        maxlength: 120,
      }),
      ...choiceOfPayers(f, at),
      f.select(`${at}.line`, 'Kind of plan', lineChoices, { none: 'Choose one' }),
      f.select(`${at}.covers`, 'What it usually pays for', coversChoices),
    ],
  }),
  datalist: () => ({ id: 'payers', values: payerNames }),
};

/** What an unclear name could mean. */
function choiceOfPayers(f: Fields, at: string): Shown[] {
  const text = f.typed(`${at}.payer`);
  if (f.message(`${at}.payer`) === '' || text.trim() === '') return [];
  const state = f.typed(`${at}.state`);
  const ids = offered(payerNamed(text, isStateCode(state) ? state : null).found);
  const choices = ids.map((id): Choice => [id, payers[id].name]);
  return choices.length === 0 ? [] : [f.radios(`${at}.pick`, 'Which one do you mean?', choices)];
}
