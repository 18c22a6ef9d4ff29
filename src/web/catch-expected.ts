type Kind = abstract new (...args: never[]) => Error;

/** What the work answers, or the error it failed with where that is of one of these kinds. Any other is thrown on. */
export function catchExpected<T, Kinds extends readonly Kind[]>(
  work: Promise<T>,
  ...kinds: Kinds
): Promise<T | InstanceType<Kinds[number]>> {
  return work.catch((error: unknown) => {
    if (kinds.some((kind) => error instanceof kind)) return error as InstanceType<Kinds[number]>;
    throw error;
  });
}
