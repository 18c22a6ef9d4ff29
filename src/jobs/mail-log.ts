import type { QueuedEmail } from '../domain/queued-email.js';
import { MailUnavailable } from '../mail/mailer.js';

export interface MailLogger {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

export interface MailLog {
  succeeded(): void;
  /** Tells the first failure of a row, and another kind of failure within it; not each try. */
  failed(error: unknown): void;
  /** A letter is not tried any more. Neither address nor words are told. */
  gaveUp(letter: QueuedEmail, why: 'refused' | 'too late'): void;
}

export function createMailLog(logger: MailLogger): MailLog {
  let reason: string | null = null;
  return {
    succeeded() {
      if (reason !== null) logger.info({}, 'letters go out again');
      reason = null;
    },
    failed(error) {
      const expected = error instanceof MailUnavailable;
      const said = error instanceof Error ? error.message : String(error);
      const found = `${error instanceof Error ? error.name : 'error'}: ${said}`;
      if (found === reason) return;
      reason = found;
      if (expected) logger.warn({}, `letters wait: ${said}`);
      else logger.error({ err: error }, 'letters wait');
    },
    gaveUp({ id, kind, tries }, why) {
      const words = why === 'refused' ? 'the address of a letter was refused' : 'a letter was given up';
      logger.warn({ letter: id, kind, tries }, words);
    },
  };
}
