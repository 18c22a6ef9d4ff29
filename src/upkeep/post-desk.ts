import type { Clock } from '../domain/calendar.js';
import { toDay } from '../domain/calendar.js';
import type { WaitingLetter } from '../domain/letters.js';
import type { Therapist } from '../domain/therapist.js';
import type { LetterContext } from '../letters/letter-context.js';
import { words } from '../letters/words.js';
import { AddressRefused, type Mailer } from '../mail/mailer.js';
import type { PostLog } from './post-log.js';

/** What became of one try. `later`: to be tried again. `refused`: the address takes no mail, and never will. */
export type Outcome = 'sent' | 'refused' | 'later';

export interface DeskOptions {
  mailer: Mailer;
  clock: Clock;
  log: PostLog;
  /** Where people reach us, from the settings or the address we listen on: never from what a request says of its host. */
  origin: () => string;
  /** Whether nobody has this address, so that its letters are dropped. */
  isFictional?: (to: string, therapist: Therapist | null) => boolean;
}

interface Addressed {
  to: string;
  /** Of the link made for this letter. */
  path: string | null;
  therapist: Therapist | null;
}

/** Words a letter and hands it to the mailer, once. Never rejects: what went wrong is told to the log. */
export type Desk = (letter: WaitingLetter, addressed: Addressed) => Promise<Outcome>;

export function createDesk({ mailer, clock, log, origin, isFictional = () => false }: DeskOptions): Desk {
  return async (letter, { to, path, therapist }) => {
    if (isFictional(to, therapist)) return 'sent';
    const context: LetterContext = { origin: origin(), today: toDay(clock.now()), path, therapist };
    const sent = Promise.resolve()
      .then(() => words(letter.kind, letter.facts, context))
      .then((said) => mailer.send({ messageId: letter.id, to, ...said }));
    return sent.then(
      () => {
        log.succeeded();
        return 'sent';
      },
      (error: unknown) => {
        if (error instanceof AddressRefused) return 'refused';
        log.failed(error);
        return 'later';
      },
    );
  };
}
