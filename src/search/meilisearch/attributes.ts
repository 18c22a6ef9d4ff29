import type { FlatGroup } from '../flat-groups.js';

/** The attribute of a document that holds what a listing has for a group. */
export const attributeOf = (group: FlatGroup): string => (group === 'confirmed' ? 'confirmedOn' : group);
