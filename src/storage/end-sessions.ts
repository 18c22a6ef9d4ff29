import { sessions } from './kinds.js';
import type { Store } from './store.js';

const AT_ONCE = 1000;

/** Ends every session of that address, without regard to case, as when somebody is removed or leaves. */
export async function endSessions(store: Pick<Store, 'records'>, email: string): Promise<void> {
  const kept = store.records(sessions);
  for (;;) {
    const found = await kept.tagged(`email:${email.toLowerCase()}`, { limit: AT_ONCE });
    for (const { id } of found) await kept.remove(id);
    if (found.length < AT_ONCE) return;
  }
}
