/** The sender of mail. */
export interface Mailbox {
  /** The display name; may be empty. */
  name: string;
  address: string;
}

const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;

/**
 * RFC 5322 dot-atom. Quoted local parts are legal but unused, and a blank or comma in one could smuggle in a
 * second address.
 */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/** Whether this is exactly one address in plain ASCII, `someone@a.host`, with nothing around it. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > MAX_LOCAL || text.length > MAX_ADDRESS) return false;
  return LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1));
}

/** Reads `someone@a.host` or `A name <someone@a.host>`, the name in quotes or not; `null` when it is neither. */
export function parseMailbox(text: string): Mailbox | null {
  const [, quoted, plain, inBrackets] = /^(?:"([^"]*)"|([^"<>]*))\s*<([^<>]*)>$/.exec(text) ?? [];
  const address = inBrackets ?? text;
  const name = (quoted ?? plain ?? '').trim();
  if (!isMailAddress(address) || name.length > 100 || /[\p{Cc}\p{Cs}\u2028\u2029\\]/u.test(name)) return null;
  return { name, address };
}

/** The part after the `@`. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
