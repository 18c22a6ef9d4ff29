/**
 * Whether this is a well-formed National Provider Identifier: ten digits, the first 1 or 2, and a Luhn check digit computed
 * over 80840 followed by the number (CMS, NPI check digit standard). It says nothing about whether the number is in use.
 */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && luhnSum(`80840${text}`) % 10 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
