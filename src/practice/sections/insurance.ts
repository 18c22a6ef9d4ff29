import { coverageSchema, coveredParts } from '../../domain/coverage.js';
import { feesSchema, profileSchema } from '../../domain/profile.js';
import { lineIds, lines } from '../../domain/reference/lines.js';
import { type PayerId, payers } from '../../domain/reference/payers.js';
import { isStateCode, type StateCode } from '../../domain/reference/states.js';
import { payerNamed } from '../../search/payer-named.js';
import type { Choice } from '../../web/fields.js';
import { coveredPartLabels } from '../../wording/labels.js';
import type { Fields, Shown } from '../form/groups.js';
import { group, leaf, rows, ticked } from '../form/leaf.js';
import { payerMessage } from '../form/name-messages.js';
import { offered, type Row, withNames } from '../form/picked.js';
import { readWith } from '../form/read-form.js';
import type { ListShape } from '../form/rows.js';
import { dollarsTyped } from '../form/us-ways.js';
import { pairsOf, type Reading, type Section, tickedOr } from './section.js';
import { stateChoices } from './state-choices.js';

const network = coverageSchema.shape;
const { hourly, packagePerSession } = feesSchema.shape;

const coverageList: ListShape = {
  name: 'coverage',
  fields: ['state', 'payer', 'pick', 'line', 'covers'],
  preset: { covers: 'ask' },
  most: 200,
};

const schema = group({
  coverage: rows(
    {
      state: leaf(network.state),
      payer: leaf(network.payer),
      line: leaf(network.line),
      covers: leaf(network.covers),
    },
    profileSchema.shape.coverage,
  ),
  fees: group({
    hourly: leaf(hourly, { blank: null, read: dollarsTyped }),
    packagePerSession: leaf(packagePerSession, { blank: null, read: dollarsTyped }),
    slidingScale: ticked(),
    superbill: ticked(),
    hsaFsa: ticked(),
  }),
});

const lineChoices = lineIds.map((id): Choice => [id, lines[id].label]);
const coversChoices = coveredParts.map((part): Choice => [part, coveredPartLabels[part]]);

export const insurance: Section = {
  id: 'insurance',
  title: 'Insurance and fees',
  lead: 'Each network by itself: one logo is not one network.',
  names: () =>
    ['hourly', 'packagePerSession', 'slidingScale', 'superbill', 'hsaFsa'].map((fee) => `fees.${fee}`),
  lists: [coverageList],
  fill({ written: { profile } }) {
    const shown = {
      'coverage.payer': (id: PayerId) => payers[id].name,
      'fees.slidingScale': tickedOr,
      'fees.superbill': tickedOr,
      'fees.hsaFsa': tickedOr,
    };
    return pairsOf({ coverage: profile.coverage, fees: profile.fees }, shown);
  },
  read(form): Reading {
    const { tree, messages } = withNames<PayerId>(form, {
      list: 'coverage',
      field: 'payer',
      named: (text, row) => payerNamed(text, stateOf(row)).found,
      message: (text, row, found) => payerMessage(text, stateOf(row), found),
    });
    const read = readWith(schema, tree, messages);
    return 'said' in read ? { save: { patch: read.said } } : read;
  },
  groups: (f) => [networks(f), fees(f)],
};

function networks(f: Fields) {
  return f.group(
    'f-coverage',
    'Insurance networks',
    'A wrong network costs a patient money. We show state, company and kind of plan together, never apart.',
    'Only networks in which you are credentialed today. None is fine: remove or leave the row empty.',
    [],
    f.list(coverageList, 'Network', (at) => ({
      fields: [
        f.select(`${at}.state`, 'State', stateChoices, { none: 'Choose a state' }),
        f.text(`${at}.payer`, 'Insurance', {
          hint: 'Type its name, such as BCBS or Optum.',
          list: 'payers',
          maxlength: 120,
        }),
        ...choiceOfPayers(f, at),
        f.select(`${at}.line`, 'Kind of plan', lineChoices, { none: 'Choose one' }),
        f.select(`${at}.covers`, 'What it usually pays for', coversChoices),
      ],
    })),
  );
}

/** What an unclear name could mean. */
function choiceOfPayers(f: Fields, at: string): Shown[] {
  const text = f.typed(`${at}.payer`);
  if (f.message(`${at}.payer`) === '' || text.trim() === '') return [];
  const state = f.typed(`${at}.state`);
  const ids = offered(payerNamed(text, isStateCode(state) ? state : null).found);
  return ids.length === 0
    ? []
    : [
        f.radios(
          `${at}.pick`,
          'Which one do you mean?',
          ids.map((id): Choice => [id, payers[id].name]),
        ),
      ];
}

function fees(f: Fields) {
  return f.group(
    'fees',
    'Fees',
    'Most patients pay part of it themselves, and ask first what a whole course costs. We work that out from these two figures.',
    'Whole dollars, without the medication. Leave empty what you do not want to say.',
    [
      f.text('fees.hourly', 'For an hour', { hint: 'Such as $220.', inputmode: 'text', maxlength: 20 }),
      f.text('fees.packagePerSession', 'Package for one medication session', {
        hint: 'Preparation, your presence and integration together.',
        maxlength: 20,
      }),
      f.tick('fees.slidingScale', 'I have a sliding scale'),
      f.tick('fees.superbill', 'I give superbills for out-of-network benefits'),
      f.tick('fees.hsaFsa', 'I take HSA and FSA cards'),
    ],
  );
}

function stateOf(row: Row): StateCode | null {
  const state = row.state?.[0] ?? '';
  return isStateCode(state) ? state : null;
}
