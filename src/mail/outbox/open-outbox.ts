import type { Logger } from 'pino';
import type { Clock } from '../../domain/calendar.js';
import type { Mailbox } from '../mail-address.js';
import { type Email, type Mailer, MailUnavailable } from '../mailer.js';
import { composeMessage } from '../message.js';
import { keepNewest, mayWrite, nameFor, writeWhole } from './email-files.js';

export interface OutboxOptions {
  /** Made when it is not there. */
  folder: string;
  from: Mailbox;
  clock: Clock;
  logger: Pick<Logger, 'info'>;
  /** How many letters are kept; the oldest go first. */
  keep?: number;
}

/**
 * Letters as `.eml` files in a folder, for a machine without mail: any mail program opens them, and the links in them are in the log, so
 * that whoever tries the program can follow them. A letter that is sent again replaces its file.
 */
export function openOutbox({ folder, from, clock, logger, keep = 500 }: OutboxOptions): Mailer {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function put(letter: Email, message: string, now: Date): Promise<void> {
    const name = await nameFor(folder, letter.messageId, now);
    await writeWhole(folder, name, message);
    await keepNewest(folder, keep, name);
    const links = linksIn(letter.text);
    if (links.length === 0) logger.info({ file: name }, 'a letter is in the outbox');
    for (const link of links) logger.info({ file: name, link }, 'a letter with a link is in the outbox');
  }

  return {
    async send(letter) {
      if (closed) throw new MailUnavailable('The outbox is closed.');
      const now = clock.now();
      const message = composeMessage(letter, from, now);
      // One after the other, so that two tries of one letter find each other's file.
      const done = last.then(() => put(letter, message, now)).catch(unavailable);
      last = done.catch(() => undefined);
      return done;
    },
    verify: () => mayWrite(folder).catch(unavailable),
    async close() {
      closed = true;
      await last;
    },
  };
}

/** A full stop or a bracket after a link is the sentence's, not the link's. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link.replace(/[).,;:!?]+$/, ''));
}

function unavailable(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  throw new MailUnavailable(`The outbox in DATA_DIR cannot be written to (${code ?? 'unknown'}).`);
}
