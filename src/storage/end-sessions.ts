import { sessions } from './kinds.js';
import type { Store } from './store.js';

const AT_ONCE = 1000;

/** Ends every session of an email address, in any case, when its owner is removed or leaves. */
export async function endSessions(store: Pick<Store, 'records'>, email: string): Promise<void> {
  const records = store.records(sessions);
  for (;;) {
    const found = await records.tagged(`email:${email.toLowerCase()}`, { limit: AT_ONCE });
    for (const { id } of found) await records.remove(id);
    if (found.length < AT_ONCE) return;
  }
}
