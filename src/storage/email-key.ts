/** The key under which an e-mail address is unique: two spellings that differ in case are one address. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}
