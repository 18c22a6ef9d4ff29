/**
 * The process that is killed while it upgrades: `node migrator.js FILE`. Prints a line when it begins and when
 * it is done.
 */
import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { nextSteps } from './next-steps.js';

const [file = ''] = process.argv.slice(2);
writeSync(1, '{"begins":true}\n');
const store = await openEmbeddedStore({ file, recordSteps: nextSteps });
writeSync(1, '{"done":true}\n');
await store.close();
