import type { Choice } from '../../web/fields.js';

export const yesNoChoices: readonly Choice[] = [
  ['yes', 'Yes'],
  ['no', 'No'],
];
