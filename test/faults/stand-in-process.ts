/** The search server where MEILI_HOST names none: it stands in for one, in a process of its own, and does what its parent says. */
import { startStandIn } from '../support/meilisearch-stand-in/stand-in.js';
import { SLOW_MS } from './search-server.js';

const standIn = await startStandIn();
standIn.state.taskMs = 20;
const noFault = standIn.state.fault;
// Nobody looks at them, and there are many.
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
