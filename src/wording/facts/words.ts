import type { FactPath, PathOfKind } from '../../domain/profile-fields.js';

/** A fact in words, once for each voice that differs. */
export interface FactWords {
  /** What reviewers read beside the value. */
  readonly label: string;
  /** What the form asks its therapist, and a hint below the field. */
  readonly ask: string;
  readonly hint?: string;
  /** What a cell of an imported column may hold. */
  readonly column: string;
  /** What the API says of it; nothing where its name says it all. */
  readonly api?: string;
}

/** A fact that is true or not, as patients read it. */
export interface YesNoWords extends FactWords {
  readonly patient: {
    /** The label of a row, with a short answer: in the comparison. */
    readonly label: string;
    readonly yes: string;
    readonly no: string;
    /** The same as a sentence of its own; the profile leaves out an answer without one. */
    readonly yesSentence?: string;
    readonly noSentence?: string;
  };
}

export type WordsOf<P extends FactPath> = P extends PathOfKind<'yes-no'> ? YesNoWords : FactWords;

/** A field of a profile in words: what reviewers call all of it, and what an email to its therapist calls it. */
export interface FieldWords {
  readonly label: string;
  readonly email: string;
}

/** A filter in words. */
export interface FilterWords {
  /** Above its choices; of a single tick box, beside it. */
  readonly legend: string;
  readonly hint?: string;
  /** What a chip says of a chosen value. Choices that have a label of their own need none. */
  readonly chip?: (value: string) => string;
  /** What a search without it is, after a number: "9 without the fee limit". */
  readonly without: string;
  /** What the API's documentation says of the parameter. */
  readonly parameter: string;
}
