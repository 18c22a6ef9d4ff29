import type { FieldOfKind } from '../../domain/profile-fields.js';
import { authority } from './authority.js';
import { coverage } from './coverage.js';
import type { FactList } from './list.js';
import { offices } from './offices.js';
import { training } from './training.js';

export type ListField = FieldOfKind<'rows'>;

const lists: Readonly<Record<ListField, FactList>> = { authority, offices, coverage, training };

/** Whether a field of a profile is a list with rows. */
export const isListed = (field: string): field is ListField => Object.hasOwn(lists, field);

export const listOf = (field: ListField): FactList => lists[field];
