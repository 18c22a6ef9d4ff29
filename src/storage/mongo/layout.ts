import { flagOldRecords } from './index-marks.js';
import type { Models } from './models.js';
import { LAYOUT, readState, STATE_ID } from './state.js';

/**
 * The steps from one layout to the next, in order. Each may run twice, or in two processes at once. The layout
 * is raised only after the steps, so a crash in between only repeats them.
 */
const steps: readonly ((models: Models) => Promise<void>)[] = [flagOldRecords];

/** Brings the database of an older program to this layout. Call it after all indexes exist. */
export async function bringLayoutUpToDate(models: Models): Promise<void> {
  const { layout } = await readState(models);
  for (const step of steps.slice(layout - 1)) await step(models);
  if (layout < LAYOUT)
    await models.states.updateOne({ _id: STATE_ID, layout: { $lt: LAYOUT } }, { $set: { layout: LAYOUT } });
}
