import { Conflict, Missing } from './store.js';

/** What a store of one kind of record offers for it. */
interface Updatable<R> {
  get(id: string): Promise<R | null>;
  update(record: R): Promise<R>;
}

export interface RetryOptions {
  /** How often the work is done at most; 10 times unless given. */
  tries?: number;
}

export interface UpdateOptions<R> extends RetryOptions {
  /** The record as it was just read, which saves the first read. */
  seen?: R;
  /** Handles a conflict about another unique key than the revision; `true` writes again, which does not count as a try. */
  resolve?: (conflict: Conflict, attempted: R) => boolean;
}

export interface Updated<R> {
  before: R;
  /** As it is in the store now: the same as `before` where nothing was changed. */
  after: R;
}

const TRIES = 10;

/**
 * Reads a record, changes it and writes it; does so again where someone else wrote it in between. `change` may be called several times,
 * and answers `null` or the record itself to leave it as it is.
 * @throws Missing when the record is not there. @throws Conflict when others keep writing it, or another unique key is taken
 */
export async function updateWithRetry<R extends { id: string }>(
  records: Updatable<R>,
  id: string,
  change: (record: R) => R | null | Promise<R | null>,
  options: UpdateOptions<R> = {},
): Promise<Updated<R>> {
  const { resolve = () => false, tries = TRIES } = options;
  let { seen } = options;

  async function once(): Promise<Updated<R> | 'again'> {
    const before = seen ?? (await records.get(id));
    seen = undefined;
    if (before === null) throw new Missing('The record does not exist.');
    const changed = await change(before);
    if (changed === null || changed === before) return { before, after: before };
    return records.update(changed).then(
      (after) => ({ before, after }),
      (error: unknown) => {
        if (error instanceof Conflict && error.field !== 'revision' && resolve(error, changed))
          return 'again';
        throw error;
      },
    );
  }

  for (;;) {
    const outcome = await retryOnConflict(once, { tries });
    if (outcome !== 'again') return outcome;
  }
}

/**
 * Does the work again from the start where someone else wrote one of its records in between. A conflict about another unique key is one
 * too where the work inserts records that others may insert at the same time: `keys` says so.
 * @throws Conflict when that happens in every try
 */
export async function retryOnConflict<T>(
  work: () => Promise<T>,
  { tries = TRIES, keys = ['revision'] }: RetryOptions & { keys?: readonly Conflict['field'][] } = {},
): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict) || !keys.includes(error.field) || left <= 0) throw error;
    }
  }
}
