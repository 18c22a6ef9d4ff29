import type { SeedProfile } from '../../src/demo/seed-therapist.js';
import type { StateCode } from '../../src/domain/reference/states.js';
import { parts } from './parts.js';
import type { Random } from './random.js';

/**
 * Contact details that reach nobody: 555-0100 to 555-0199 are reserved for fiction (NANPA), and `.example` cannot be registered
 * (RFC 2606).
 */
export function makeContact(random: Random, home: StateCode, slug: string): SeedProfile['contact'] {
  const phone = random.chance(0.92);
  const npa = random.pick(parts.states[home].areaCodes);
  return {
    phone: phone ? `${npa}-555-01${String(random.int(0, 99)).padStart(2, '0')}` : null,
    email:
      !phone || random.chance(0.75) ? `${random.pick(['office', 'hello', 'contact'])}@${slug}.example` : null,
    web: random.chance(0.72) ? `https://${slug}.example` : null,
  };
}

/**
 * A well-formed NPI for each index below a hundred million, all different. It starts with 2, which is valid and was not issued so far, so
 * that it belongs to nobody.
 */
export function makeNpi(index: number): string {
  // Multiplying by a number coprime to 10^8 permutes the eight digits, so that neighbors do not count up.
  const digits = `2${String((index * 48_271 + 31_415_926) % 100_000_000).padStart(8, '0')}`;
  return `${digits}${checkDigit(`80840${digits}`)}`;
}

/** Luhn: the digit that makes the weighted sum a multiple of ten. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, character, place) => {
    const weighed = Number(character) * (place % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
