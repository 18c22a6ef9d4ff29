import type { z } from 'zod';
import type { Messages } from '../../web/fields.js';
import type { Datalist, Fields, RowFields } from '../form/groups.js';
import type { Tree } from '../form/read-form.js';
import type { ListShape } from '../form/rows.js';
import type { About, Shows } from '../sections/section.js';

/** How the form asks for a list of a profile: rows that can be added and removed. */
export interface FactList {
  shape: ListShape;
  /** The schema of each field of a row. */
  row: z.core.$ZodLooseShape;
  fields(f: Fields, at: string, about: About): RowFields;
  /** How values of a row are written in its fields, when they need a format. */
  write?: Shows;
  /** Replaces typed names with what they mean. Unclear names get messages. */
  understand?(tree: Tree): { tree: Tree; messages: Messages };
  /** Names that the browser suggests. */
  datalist?(about: About): Datalist;
}
