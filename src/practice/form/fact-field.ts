import { facts } from '../../domain/profile-fields.js';
import type { Choice } from '../../web/fields.js';
import { factWords } from '../../wording/facts.js';
import { type ChoicePath, choiceLabels } from '../../wording/labels.js';
import { type Control, controlOf, type FieldPath } from './fact-control.js';
import type { Fields, Shown } from './groups.js';

/** The field that asks for a fact. */
export function factField(f: Fields, path: FieldPath): Shown {
  const control = controlOf(path);
  const { ask, hint = '' } = factWords[path];
  const wish = { ...control.wish, hint };
  switch (control.as) {
    case 'text':
    case 'area':
    case 'tick':
      return f[control.as](path, ask, wish);
    case 'ticks':
      return f.ticks(path, ask, choicesOf(path, control), wish);
    case 'radios':
      return f.radios(path, ask, [...choicesOf(path, control), ...noneOf(control)], wish);
    case 'select':
      return f.select(path, ask, [...noneOf(control), ...choicesOf(path, control)], wish);
  }
}

function choicesOf(path: FieldPath, { no = 'No' }: Control): readonly Choice[] {
  if (facts.get(path)!.kind === 'yes-no')
    return [
      ['yes', 'Yes'],
      ['no', no],
    ];
  return Object.entries<string>(choiceLabels(path as ChoicePath, 'form'));
}

const noneOf = ({ none }: Control): readonly Choice[] => (none === undefined ? [] : [['', none]]);
