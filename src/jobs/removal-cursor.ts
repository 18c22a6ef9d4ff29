/**
 * From where on removals are to be sent, for a process that may take over from one that died. It lags behind by once to twice
 * `lagMs`, longer than a dead process keeps its lease, so that nothing falls between the two.
 */
export function createRemovalCursor(read: () => Promise<string>, lagMs: number) {
  let since: string | null = null;
  let next = '';
  let movedAt = 0;
  return {
    /** For somebody else's turn. */
    async follow(): Promise<void> {
      if (since !== null && performance.now() - movedAt < lagMs) return;
      const now = await read();
      since = since === null ? now : next;
      next = now;
      movedAt = performance.now();
    },
    async get(): Promise<string> {
      if (since === null) await this.follow();
      return since!;
    },
    /** Everything up to here was sent. */
    set(cursor: string): void {
      since = cursor;
      next = cursor;
      movedAt = performance.now();
    },
  };
}
