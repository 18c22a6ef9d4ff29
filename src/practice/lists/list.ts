import type { z } from 'zod';
import type { Messages } from '../../web/fields.js';
import type { Datalist, Fields, RowFields } from '../form/groups.js';
import type { Tree } from '../form/read-form.js';
import type { ListShape } from '../form/rows.js';
import type { About, Shows } from '../sections/section.js';

/** How the form asks for a list of a profile: rows that can be added and removed. */
export interface FactList {
  shape: ListShape;
  /** What each field of a row says. */
  row: z.core.$ZodLooseShape;
  fields(f: Fields, at: string, about: About): RowFields;
  /** How the values of a row are written in its fields, where they are not as they are. */
  write?: Shows;
  /** The form with what is meant in the place of what was typed; messages where that is unclear. */
  understand?(tree: Tree): { tree: Tree; messages: Messages };
  /** Names that the browser offers while somebody types. */
  datalist?(about: About): Datalist;
}
