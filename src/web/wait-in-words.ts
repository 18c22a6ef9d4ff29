/** How long to wait, as people say it; `seconds` may be no number where nothing says how long. */
export function waitInWords(seconds: number): string {
  if (!(seconds > 0)) return 'a moment';
  if (seconds <= 60) return 'a minute';
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 55 ? `${minutes} minutes` : 'an hour';
}
