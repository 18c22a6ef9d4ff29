/** The result of one check. */
export interface Finding {
  /** `warn`: it works, but needs attention. `wrong`: it does not work, or will not. */
  state: 'ok' | 'warn' | 'wrong';
  what: string;
  /** What to do; not set when all is well. */
  advice?: string;
}

export const ok = (what: string): Finding => ({ state: 'ok', what });
export const warn = (what: string, advice: string): Finding => ({ state: 'warn', what, advice });
export const wrong = (what: string, advice: string): Finding => ({ state: 'wrong', what, advice });

/** A finding as lines: the state and the subject, then what to do. */
export function findingLines({ state, what, advice }: Finding): string[] {
  return [`${state.padEnd(6)} ${what}`, ...(advice === undefined ? [] : [`       → ${advice}`])];
}

/** The first line of an error. `fetch` gives its reason only in the cause. */
export function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string };
  if (message === 'fetch failed') return cause?.code ?? cause?.message ?? message;
  return (message ?? String(error)).split('\n', 1)[0] ?? '';
}
