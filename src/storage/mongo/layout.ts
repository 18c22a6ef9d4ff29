import { flagOldRecords } from './index-marks.js';
import type { Models } from './models.js';
import { LAYOUT, readState, STATE_ID } from './state.js';

/**
 * The steps from one layout to the next, in order. Each may run twice, or in two processes at once; the layout is raised when it is
 * done, so that a death in between means no more than that it is done again.
 */
const steps: readonly ((models: Models) => Promise<void>)[] = [flagOldRecords];

/** Brings a database that an older program laid out to this one's layout. To be called when all indexes stand. */
export async function bringLayoutUpToDate(models: Models): Promise<void> {
  const { layout } = await readState(models);
  for (const step of steps.slice(layout - 1)) await step(models);
  if (layout < LAYOUT)
    await models.states.updateOne({ _id: STATE_ID, layout: { $lt: LAYOUT } }, { $set: { layout: LAYOUT } });
}
