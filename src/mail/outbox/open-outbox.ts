import type { Logger } from 'pino';
import type { Clock } from '../../domain/calendar.js';
import type { Mailbox } from '../mail-address.js';
import { type Email, type Mailer, MailUnavailable } from '../mailer.js';
import { composeMessage } from '../message.js';
import { checkWritable, fileNameFor, keepNewest, writeAtomically } from './email-files.js';

export interface OutboxOptions {
  /** Created when missing. */
  folder: string;
  from: Mailbox;
  clock: Clock;
  logger: Pick<Logger, 'info'>;
  /** How many emails are kept; the oldest are deleted first. */
  keep?: number;
}

/**
 * Writes emails as `.eml` files to a folder, for a machine without mail. Any mail program opens them. The log
 * shows their links, so that a developer can follow them. Sending an email again replaces its file.
 */
export function openOutbox({ folder, from, clock, logger, keep = 500 }: OutboxOptions): Mailer {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function writeEmail(email: Email, message: string, now: Date): Promise<void> {
    const name = await fileNameFor(folder, email.messageId, now);
    await writeAtomically(folder, name, message);
    await keepNewest(folder, keep, name);
    const links = linksIn(email.text);
    if (links.length === 0) logger.info({ file: name }, 'outbox: email written');
    for (const link of links) logger.info({ file: name, link }, 'outbox: email with a link written');
  }

  return {
    async send(email) {
      if (closed) throw new MailUnavailable('The outbox is closed.');
      const now = clock.now();
      const message = composeMessage(email, from, now);
      // One after the other, so that two tries of one email find each other's file.
      const done = last.then(() => writeEmail(email, message, now)).catch(unavailable);
      last = done.catch(() => undefined);
      return done;
    },
    verify: () => checkWritable(folder).catch(unavailable),
    async close() {
      closed = true;
      await last;
    },
  };
}

/** A period or bracket after a link belongs to the sentence. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link.replace(/[).,;:!?]+$/, ''));
}

function unavailable(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  throw new MailUnavailable(`The outbox in DATA_DIR is not writable (${code ?? 'unknown'}).`);
}
