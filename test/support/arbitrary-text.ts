import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '../../src/domain/calendar.js';
import * as text from '../../src/domain/text.js';

/** Texts that storage engines and template engines have stumbled over. */
const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  '$where',
  'a.b.$[c]',
  '\u0000',
  'before\u0000after',
  `'; DROP TABLE therapists; --`,
  '"quoted" \\ back\\slash',
  '<script>alert(1)</script>',
  '{{{triple}}}',
  '\u202Eright to left\u202C',
  'e\u0301 and \u00e9',
  '👩🏽‍⚕️ 𝔘𝔫𝔦',
  '\u2028line\u2029separators',
  'ﷺ',
  '\uD800 lone',
  '%00%25',
  'null',
);

const raw = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  hostile,
);

/** Texts of an attacker or a careless typist. */
export const hostileText = raw;

/** What remains of typed text after the domain has tidied it, up to `max` characters. */
function tidied(rule: (max: number) => ReturnType<typeof text.line>, max: number): fc.Arbitrary<string> {
  return raw
    .map((value) => rule(max).safeParse(value.slice(0, max)))
    .map((parsed) => (parsed.success ? String(parsed.data) : 'x'));
}

export const typedLine = (max: number): fc.Arbitrary<string> => tidied(text.line, max);
export const paragraphs = (max: number): fc.Arbitrary<string> => tidied(text.paragraphs, max);

export const day = fc
  .integer({ min: dayNumber('2000-01-01'), max: dayNumber('2099-12-31') })
  .map(dayFromNumber);

export const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString());

export function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { nil: null });
}

/** Some of the choices, each at most once. */
export function someOf<T>(choices: readonly T[], min: number, max = choices.length): fc.Arbitrary<T[]> {
  return fc.subarray([...choices], { minLength: min, maxLength: max });
}
