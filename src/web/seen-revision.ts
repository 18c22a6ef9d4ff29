/** The revision of the draft on the page that a form came from; none that ever was where it makes no sense. */
export function seenRevision(form: URLSearchParams): number {
  const typed = form.get('draftRevision') ?? '';
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
}
