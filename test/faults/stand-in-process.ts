/**
 * A stand-in for the search server when MEILI_HOST names none, in its own process, controlled by its parent.
 */
import { startStandIn } from '../support/meilisearch-stand-in/stand-in.js';
import { SLOW_MS } from './search-server.js';

const standIn = await startStandIn();
standIn.state.taskMs = 20;
const noFault = standIn.state.fault;
// The recorded calls are not used, and there are many.
setInterval(() => standIn.state.calls.splice(0), 1000).unref();

const orders: Record<string, () => Promise<void>> = {
  stop: () => standIn.stop(),
  start: () => standIn.start(),
  async slow() {
    standIn.state.fault = () => ({ kind: 'late', ms: SLOW_MS });
  },
  async quick() {
    standIn.state.fault = noFault;
  },
  async empty() {
    await standIn.stop();
    await standIn.start({ empty: true });
  },
};

process.on('message', async (order: string) => {
  await orders[order]?.();
  process.send?.({ done: order });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ host: standIn.host });
