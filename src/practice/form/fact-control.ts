import type { Draft } from '../../domain/draft.js';
import type { FactKind } from '../../domain/profile-fields/row.js';
import { type FactPath, facts, type PathOfKind } from '../../domain/profile-fields.js';
import type { FieldMaker } from '../../web/fields.js';
import { factWords } from '../../wording/facts.js';
import {
  addressTyped,
  DAY_WANTED,
  dayShown,
  dayTyped,
  digitsTyped,
  dollarsTyped,
  phoneTyped,
  wholeTyped,
} from './us-ways.js';

type Wish = NonNullable<Parameters<FieldMaker['text']>[2]>;

/** How the form asks for a fact. The wording has its label, hint and choices. */
export interface Control {
  as: 'text' | 'area' | 'select' | 'radios' | 'ticks' | 'tick';
  wish?: Wish;
  /** Reads how people write it. */
  read?: (text: string) => unknown;
  /** The message for an invalid text, when the schema's message asks for another format. */
  refused?: string;
  /** Writes the value in the field; `String` unless given. */
  write?: (value: never) => string;
  /** The form may leave it out. */
  mayBeAbsent?: true;
  /** The label of the empty choice. */
  none?: string;
  /** Whether `null` means that the therapist chose the empty choice. */
  choseNone?: (profile: Draft) => boolean;
  /** The label for "no"; "No" unless given. */
  no?: string;
}

const ofKind: Readonly<Record<Exclude<FactKind, 'rows'>, Control>> = {
  line: { as: 'text' },
  contact: { as: 'text' },
  paragraphs: { as: 'area' },
  'yes-no': { as: 'radios', write: (value: boolean) => (value ? 'yes' : 'no') },
  choice: { as: 'radios' },
  choices: { as: 'ticks' },
  whole: { as: 'text', wish: { inputmode: 'numeric', maxlength: 20 }, read: wholeTyped },
  dollars: { as: 'text', wish: { maxlength: 20 }, read: dollarsTyped },
  day: { as: 'text', wish: { maxlength: 30 }, read: dayTyped, refused: DAY_WANTED, write: dayShown },
};

/** An empty tick box sends nothing. */
const tick: Partial<Control> = { as: 'tick', write: (value: boolean) => (value ? '1' : '') };

type Own = Readonly<Partial<Record<FactPath, Partial<Control>>>> &
  Readonly<Record<PathOfKind<'contact'>, Partial<Control>>>;

/** What is special about single facts. The form asks only psychologists for PSYPACT. */
const own: Own = {
  name: { wish: { autocomplete: 'name' } },
  credentials: { wish: { autocomplete: 'honorific-suffix' } },
  discipline: { as: 'select', none: 'Choose one' },
  npi: { wish: { inputmode: 'numeric', maxlength: 20 }, read: digitsTyped },
  about: { wish: { rows: 8 } },
  'contact.phone': { wish: { type: 'tel', autocomplete: 'tel', maxlength: 40 }, read: phoneTyped },
  'contact.email': { wish: { autocomplete: 'email', maxlength: 120 }, read: (text) => text.trim() },
  'contact.web': { wish: { autocomplete: 'url', maxlength: 200 }, read: addressTyped },
  'psypact.apit': { mayBeAbsent: true },
  'psypact.homeState': { as: 'select', none: 'Choose a state', mayBeAbsent: true },
  'psypact.expiresOn': { mayBeAbsent: true },
  telehealth: { no: factWords.telehealth.patient.no },
  'fees.slidingScale': tick,
  'fees.superbill': tick,
  'fees.hsaFsa': tick,
  role: { none: 'I am not there during the dose', choseNone: ({ scope }) => scope !== undefined },
};

/** A fact with one field in the form. Lists have fields in each row. */
export type FieldPath = Exclude<FactPath, PathOfKind<'rows'>>;

/** How the form asks for a fact: the defaults of its kind, and what is special about it. */
export function controlOf(path: FieldPath): Control {
  const { kind, max } = facts.get(path)!;
  const common = ofKind[kind as keyof typeof ofKind];
  const special = own[path];
  const wish = { ...(max !== undefined && { maxlength: max }), ...common.wish, ...special?.wish };
  return { ...common, ...special, wish };
}
