/** What the doctor says of one thing. */
export interface Finding {
  /** `look`: it works, but somebody should know. `wrong`: it does not, or will not. */
  state: 'ok' | 'look' | 'wrong';
  what: string;
  /** What to do about it; nothing when it is well. */
  advice?: string;
}

export const ok = (what: string): Finding => ({ state: 'ok', what });
export const look = (what: string, advice: string): Finding => ({ state: 'look', what, advice });
export const wrong = (what: string, advice: string): Finding => ({ state: 'wrong', what, advice });

/** As lines: the state, what it is about, and below it what to do. */
export function findingLines({ state, what, advice }: Finding): string[] {
  return [`${state.padEnd(6)} ${what}`, ...(advice === undefined ? [] : [`       → ${advice}`])];
}

/** The first line of what went wrong; `fetch` says why it failed in its cause only. */
export function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string };
  if (message === 'fetch failed') return cause?.code ?? cause?.message ?? message;
  return (message ?? String(error)).split('\n', 1)[0] ?? '';
}
