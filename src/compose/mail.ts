import { type Account, createAccount } from '../account/create-account.js';
import type { Config } from '../config.js';
import { DEMO_REVIEWER } from '../demo/demo-reports.js';
import { createMailWorker, type MailWorker } from '../jobs/mail-worker.js';
import { confirmMac, confirmPath } from '../practice/confirm-mac.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { ProgramDeps } from './deps.js';
import { openMailer } from './open-engines.js';

export interface MailDeps {
  config: Config;
  deps: ProgramDeps;
  store: Store;
  secretKey: string;
  renderPage: RenderPage;
  /** The origin of links. */
  origin: () => string;
}

/** A run takes longer for a known address. The delay hides that from the time that the next page takes. */
const NUDGE_WITHIN_MS = 1000;

/** Signing in, and the mail worker, which sends its links and all other emails. */
export async function openMail(given: MailDeps): Promise<{ account: Account; mailWorker: MailWorker }> {
  const { config, deps, store, secretKey, renderPage, origin } = given;
  const { clock, newId, logger } = deps;
  const mailer = await openMailer(config, deps);
  const account = createAccount({
    ...{ store, clock, newId, secretKey, renderPage },
    outbox: config.smtp === null,
    onEmail: () => void setTimeout(() => mailWorker.nudge(), Math.random() * NUDGE_WITHIN_MS).unref(),
  });
  const mac = confirmMac(secretKey);
  const mailWorker = createMailWorker({
    ...{ store, mailer, clock, logger, origin },
    // The outbox also shows the demonstration's emails. A mail server would bounce them, and trust us less.
    isFictional: (to, therapist) =>
      config.smtp !== null && (therapist?.demo === true || to === DEMO_REVIEWER),
    holder: newId(),
    links: {
      loginLink: account.links.prepare,
      confirmPath: (therapist) => confirmPath(therapist, mac),
    },
  });
  return { account, mailWorker };
}
