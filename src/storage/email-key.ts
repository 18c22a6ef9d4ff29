/** The unique key of an email address. Two spellings that differ only in case are one address. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}
