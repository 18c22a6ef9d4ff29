/** `(555) 555-0123`, `+1 555.555.0123` as 555-555-0123; `null` for a text that is not ten digits. */
export function phoneIn(text: string): string | null {
  const digits = /^[\d\s().+/‐-―-]+$/.test(text) ? text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') : '';
  return digits.length === 10 ? digits.replace(/^(\d{3})(\d{3})/, '$1-$2-') : null;
}

/** `practice.example` as https://practice.example; any other text as it is. */
export function withScheme(text: string): string {
  const typed = text.trim();
  return /^[\w-]+(\.[\w-]+)+([/?#]|:\d|$)/.test(typed) ? `https://${typed}` : typed;
}
