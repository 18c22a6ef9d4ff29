import type {
  ChoiceFacetName,
  FacetChoice,
  FacetName,
  FlagFacetName,
  ListFacetName,
} from '../../domain/facets.js';
import type { ChoiceOf, FactPath, PathOfKind } from '../../domain/profile-fields.js';

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
  /** What patients read before a text in an answer that has several, and in a narrow column. */
  readonly heading?: { readonly full: string; readonly short: string };
}

/** A fact that is true or not, as patients read it. */
export interface YesNoWords extends FactWords {
  readonly patient: {
    /** The label of a row, with a short answer: in the comparison. */
    readonly label: string;
    readonly yes: string;
    readonly no: string;
    /** The same as a sentence of its own, without its period. Where there is none, patients read the label with the short answer. */
    readonly yesSentence?: string;
    readonly noSentence?: string;
  };
}

/** Who reads a choice: patients, who are spoken to; the therapist in the form, who speaks; reviewers, who read about another person. */
export type Voice = 'patients' | 'form' | 'reviewers';

/** A choice in words: one text for all, or one for each voice. */
export type ChoiceWords = string | Readonly<Record<Voice, string>>;

/** A fact that is one of a few, or some of a few. */
export interface ChoiceFactWords<Id extends string = string> extends FactWords {
  readonly choices: Readonly<Record<Id, ChoiceWords>>;
}

export type WordsOf<P extends FactPath> =
  P extends PathOfKind<'yes-no'>
    ? YesNoWords
    : P extends PathOfKind<'choice' | 'choices'>
      ? ChoiceFactWords<ChoiceOf<P>>
      : FactWords;

/** A field of a profile in words: what reviewers call all of it, and what an email or a notice to its therapist calls it. */
export interface FieldWords {
  readonly label: string;
  readonly email: string;
}

/** A filter in words. */
export interface FilterWords {
  /** Above its choices; of a single tick box, beside it. */
  readonly legend: string;
  readonly hint?: string;
  /** What a search without it is, after a number: "9 without the fee limit". */
  readonly without: string;
  /** What the API's documentation says of the parameter. */
  readonly parameter: string;
}

/** A filter whose choices are not those of a fact. */
export interface ListFilterWords<Id extends string = string> extends FilterWords {
  readonly choices: Readonly<Record<Id, string>>;
}

/** A filter of one tick box. */
export interface FlagFilterWords extends FilterWords {
  /** What its chip says; the legend unless given. */
  readonly chip?: string;
}

/** A filter by a number. */
export interface NumberFilterWords extends FilterWords {
  /** What it says while no number is chosen. */
  readonly any: string;
  /** One number in words, in the list of numbers and on a chip. */
  readonly step: (number: string) => string;
  /** What the API's documentation says of the counts by number. */
  readonly counts?: string;
}

export type FilterWordsOf<N extends FacetName> = N extends ChoiceFacetName
  ? FilterWords
  : N extends ListFacetName
    ? ListFilterWords<FacetChoice<N> & string>
    : N extends FlagFacetName
      ? FlagFilterWords
      : NumberFilterWords;
