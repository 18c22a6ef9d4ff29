import type { Listing } from '../domain/listing.js';
import { confirmedOf } from '../domain/listing.js';
import type { QuestionId } from '../domain/questions.js';
import { proofOf } from '../wording/proof.js';
import { reasonLines } from '../wording/search-reasons.js';
import { scopeWords, waitWords } from './pages/card.js';
import { payerOptions, stateOptions } from './pages/filters.js';

/** In what words the directory speaks of a listing, for other rooms that do: one thing is said in one way everywhere. */
export const sharedWords = {
  reasonLines,
  scopeWords,
  waitWords,
  stateOptions,
  payerOptions,
  /** What was checked of one of the five answers. */
  answerProof: (listing: Listing, question: QuestionId) =>
    proofOf(listing.findings, question, confirmedOf(listing, 'answers')),
};
