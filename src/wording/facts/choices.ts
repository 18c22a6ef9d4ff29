/** The words of each choice, made from its id. */
export const labelsOf = <Id extends string, W>(ids: readonly Id[], words: (id: Id) => W) =>
  Object.fromEntries(ids.map((id) => [id, words(id)])) as Readonly<Record<Id, W>>;
