import type { LineId } from './lines.js';
import type { StateCode } from './states.js';

/** One payer as written in the tables, before its id is put beside it. */
export interface PayerFacts {
  readonly name: string;
  readonly short: string;
  /** Lower-case words people type for this payer and no other. */
  readonly aliases: readonly string[];
  readonly states: readonly StateCode[] | 'all';
  /** Wide rather than narrow: a line sold in some of the states is listed. */
  readonly lines: readonly LineId[];
  /** Who often manages behavioral health for this payer. A hint to ask, never a fact about one plan. */
  readonly behavioralHealth?: string;
}
