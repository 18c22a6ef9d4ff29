/**
 * A process that sends emails until it is killed: `node mail-process.js ADDRESS SMTP_URL NOW before|after`. It kills itself before the
 * mail server has the first email, or after the server took it and before the store knows.
 */
import { parseSmtpUrl } from '../../src/mail/smtp-url.js';
import { createMailWorkerFor } from './mail-world.js';
import { openStoreAt } from './open-store-at.js';

const [address = '', smtp = '', now = '', when = ''] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');
const { worker, mailer } = createMailWorkerFor({
  store: await openStoreAt(address),
  server: parseSmtpUrl(smtp)!,
  clock: { now: () => new Date(now) },
  holder: 'theonethatiskilled',
});
const send = mailer.send;
mailer.send = async (email) => {
  if (when === 'before') die();
  await send(email);
  die();
};
process.send?.('open');
await worker.tick();
