/** What a form sent that could not be taken in, to be shown and sent again; `null` when there was none. */
export function unsentFields(action: string, form: URLSearchParams | undefined) {
  if (form === undefined || form.size === 0) return null;
  const fields = [...form].map(([name, value]) => ({ name, value }));
  return {
    action,
    fields,
    typed: fields
      .filter(({ name, value }) => !name.startsWith('_') && value !== '')
      .map(({ name, value }) => ({ label: name.replace(/[._-]+/g, ' '), value })),
  };
}

/**
 * Whether the form came from a page of ours, which carries a token, with something typed: a redirect would lose it. A button alone, or a
 * form from elsewhere, loses nothing.
 */
export const wasWrittenHere = (form: URLSearchParams | undefined): boolean =>
  Boolean(form?.get('_token')) && Boolean(unsentFields('', form)?.typed.length);
