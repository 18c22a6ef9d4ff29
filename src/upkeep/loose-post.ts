import type { Clock } from '../domain/calendar.js';
import type { LooseLetter } from '../domain/letters.js';
import type { Therapist } from '../domain/therapist.js';
import { looseLetters } from '../storage/kinds.js';
import { Conflict, Missing, type Store } from '../storage/store.js';
import type { Desk, Outcome } from './post-desk.js';
import type { PostLog } from './post-log.js';
import { isGivenUp, putOff } from './post-patience.js';
import type { ReportRefused } from './refused-address.js';

/** To whom a letter with a link to sign in goes, and the link's path; made by the feature that takes it. */
export interface LinkLetter {
  to: string;
  path: string;
  therapist: Therapist | null;
}

export interface LoosePostOptions {
  store: Store;
  clock: Clock;
  log: PostLog;
  desk: Desk;
  /** `null` when nothing is to be sent. */
  loginLink: (letter: LooseLetter) => Promise<LinkLetter | null>;
  reportRefused: ReportRefused;
}

/** The letters that belong to no therapist's record. */
export function createLoosePost(options: LoosePostOptions) {
  const { store, clock, log, desk, loginLink, reportRefused } = options;
  const letters = store.records(looseLetters);

  async function addressed(letter: LooseLetter) {
    if (letter.kind === 'sign-in' || letter.kind === 'join') return loginLink(letter);
    // A last word: the record is emptied, but says whether it was ever anybody's.
    const therapist = await store.therapists.get(letter.id.replace(/^left\./, ''));
    return { to: letter.to, path: null, therapist };
  }

  /** A link is counted for its address for some time; of any other letter nothing stays. */
  async function settle(letter: LooseLetter, outcome: Outcome): Promise<void> {
    const counts = letter.kind === 'sign-in' || letter.kind === 'join';
    if (outcome === 'later') await letters.update(putOff(letter, clock.now()));
    else if (outcome === 'sent' && counts)
      await letters.update({ ...letter, facts: {}, sentAt: clock.now().toISOString() });
    else await letters.remove(letter.id);
  }

  async function send(letter: LooseLetter): Promise<Outcome> {
    if (isGivenUp(letter, clock.now())) {
      log.gaveUp(letter, 'too late');
      await letters.remove(letter.id);
      return 'sent';
    }
    const whom = await addressed(letter);
    if (whom === null) {
      await letters.remove(letter.id);
      return 'sent';
    }
    const outcome = await desk(letter, whom);
    if (outcome === 'refused') {
      log.gaveUp(letter, 'refused');
      if (whom.therapist !== null) await reportRefused(whom.therapist, letter.id);
    }
    // Its link was used, or another process took it on, while it was sent.
    await settle(letter, outcome).catch(unlessGone);
    return outcome;
  }

  return {
    /** The next that are due, the longest waiting first. */
    async due(limit: number): Promise<LooseLetter[]> {
      const now = clock.now().toISOString();
      const waiting = await letters.tagged('waiting', { limit });
      return waiting.filter(({ nextTryAt }) => nextTryAt <= now);
    },
    send,
  };
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Missing || error instanceof Conflict)) throw error;
}
