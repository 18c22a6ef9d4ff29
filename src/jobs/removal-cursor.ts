/**
 * The cursor from which removals are sent, for a process that may take over from one that died. It lags behind by one to two times
 * `lagMs`, longer than a dead process keeps its lease, so that no removal is missed between the two.
 */
export function createRemovalCursor(read: () => Promise<string>, lagMs: number) {
  let since: string | null = null;
  let next = '';
  let movedAt = 0;
  return {
    /** While another process leads. */
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
