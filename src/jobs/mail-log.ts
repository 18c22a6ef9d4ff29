import { kindForLog } from '../domain/errors.js';
import type { QueuedEmail } from '../domain/queued-email.js';
import { createStateLog, type JobLogger } from './state-log.js';

export interface MailLog {
  /** So many emails wait now. */
  waiting(count: number): void;
  succeeded(): void;
  /** Logs the first failure in a row, and another kind of failure within it; not each try. */
  failed(error: unknown): void;
  /** An email is not tried again. The log names neither address nor words. */
  gaveUp(email: QueuedEmail, why: 'refused' | 'too late'): void;
}

/** `retryMs` is how long the queue waits before it tries again. */
export function createMailLog(logger: JobLogger, retryMs: number): MailLog {
  let waiting = 0;
  const state = createStateLog({
    logger,
    subsystem: 'mail',
    failing: () => `${waiting} emails waiting`,
    reasonOf: (error) => `${kindForLog(error)}: ${error instanceof Error ? error.message : String(error)}`,
  });
  return {
    waiting(count) {
      waiting = count;
    },
    succeeded: state.succeeded,
    failed: (error) => state.failed(error, retryMs),
    gaveUp({ id, kind, tries }, why) {
      const reason = why === 'refused' ? 'the address was refused' : `it waited too long, tries: ${tries}`;
      logger.warn({ email: id, kind, tries }, `mail: gave up an email, ${reason}`);
    },
  };
}
