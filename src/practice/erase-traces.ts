import type { Report } from '../domain/report.js';
import type { Sample } from '../domain/sample.js';
import type { Therapist } from '../domain/therapist.js';
import { endSessions } from '../storage/end-sessions.js';
import { reports, samples, standaloneEmails } from '../storage/kinds.js';
import type { RecordKind, SmallRecord } from '../storage/small-records.js';
import type { Store } from '../storage/store.js';

const PAGE = 1000;

/**
 * Removes what tells who a therapist was from the records beside theirs. Their sessions and the count of emails to them go. Reports and
 * calls stay, as they count what happened, without the name in the address and without what people wrote. Referral sheets hold ids alone.
 * It may be done again. @throws Conflict when one of them was written meanwhile
 */
export async function eraseTraces(
  store: Pick<Store, 'records'>,
  { id, email }: Pick<Therapist, 'id' | 'email'>,
  at: string,
): Promise<void> {
  const gone = `left-${id}`;
  await endSessions(store, email);
  await ofEach(store, standaloneEmails, `sent:${email.toLowerCase()}`, (queued) =>
    store.records(standaloneEmails).remove(queued.id),
  );
  await ofEach(store, reports, `therapist:${id}`, (report) =>
    store.records(reports).update(withoutWords(report, gone, at)),
  );
  await ofEach(store, samples, `therapist:${id}`, (sample) =>
    store.records(samples).update(withoutNote(sample, gone)),
  );
}

/** Reads all of them before it writes the first, as writing moves them in the list. */
async function ofEach<R extends SmallRecord>(
  store: Pick<Store, 'records'>,
  kind: RecordKind<R>,
  tag: string,
  erase: (record: R) => Promise<unknown>,
): Promise<void> {
  const kept = store.records(kind);
  const all: R[] = [];
  for (let more = true; more; ) {
    const last = all.at(-1);
    const after = last && { after: { at: kind.at(last), id: last.id } };
    const page = await kept.tagged(tag, { limit: PAGE, ...after });
    all.push(...page);
    more = page.length === PAGE;
  }
  for (const record of all) await erase(record);
}

function withoutWords(report: Report, slug: string, at: string): Report {
  const open = report.outcome === 'open';
  return {
    ...report,
    ...{ slug, words: null, answer: null, note: null, counted: [] },
    ...(open && { outcome: 'gone' as const, resolvedAt: at }),
  };
}

function withoutNote(sample: Sample, slug: string): Sample {
  return { ...sample, slug, result: sample.result && { ...sample.result, note: null } };
}
