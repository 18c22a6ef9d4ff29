/**
 * A process that adds many records at once, to be killed while it does: `node import-process.js ADDRESS NAME COUNT`. It opens the
 * store, says so, and waits for a word.
 */
import { importOf } from './import-of.js';
import { openStoreAt } from './open-store-at.js';

const [address = '', name = '', count = '0'] = process.argv.slice(2);
const { therapists, close } = await openStoreAt(address);

process.once('message', async () => {
  await therapists.insertMany(importOf(name, Number(count)));
  await close();
  process.disconnect();
});
process.send?.('open');
