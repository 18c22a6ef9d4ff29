const WHOLE = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0{1,2})?`;
const dollars = new RegExp(
  String.raw`^(?:usd ?)?\$?\s*${WHOLE}(?:\s*(?:/|per|an|a)\s*(?:h|hr|hour|session)|\s*(?:dollars|usd))?\.?$`,
  'i',
);
const whole = new RegExp(String.raw`^(?:about |~ ?)?${WHOLE}(?: ?[a-z]+)?\.?$`, 'i');

/** `$1,200`, `180/hr` or `180.00` as whole dollars; `null` for any other text. */
export const dollarsIn = (text: string): number | null => numberOf(dollars.exec(text.trim()));

/** `1,200`, `120.0` or `about 125 hours` as a whole number, with one word after it at most; `null` for any other text. */
export const wholeIn = (text: string): number | null => numberOf(whole.exec(text.trim()));

function numberOf(found: RegExpExecArray | null): number | null {
  return found && Number(found[1]!.replaceAll(',', ''));
}
