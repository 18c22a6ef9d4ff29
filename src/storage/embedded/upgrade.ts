import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Therapist } from '../../domain/therapist.js';
import { latestVersion } from '../record-versions.js';
import { assertNotNewer, type Context, readState } from './context.js';
import { COLUMNS, CONTENT_COLUMNS, contentOf, type Row, toTherapist } from './rows.js';
import { removeTags, writeTags } from './tags.js';

/** Records rewritten in one transaction. Other processes wait no longer than one batch takes. */
const BATCH = 500;

const OLDER = `SELECT ${COLUMNS} FROM therapists WHERE record_version < ? LIMIT ?`;
const REWRITE = `UPDATE therapists SET (${CONTENT_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?) WHERE id = ?`;

/**
 * Rewrites every record in the latest version. First claims the file for that version, which stops older
 * programs from writing. Each record stores its own version, so the work continues after a kill or beside
 * another process.
 * @throws StoreRefused when the file already belongs to a newer version.
 */
export async function upgradeRecords(context: Context): Promise<void> {
  const { connection, steps } = context;
  const latest = latestVersion(steps);
  assertNotNewer(context);
  if (readState(connection).record_version < latest)
    connection.transaction(() => {
      assertNotNewer(context);
      connection.run('UPDATE state SET record_version = ?', latest);
    });
  while (connection.all(OLDER, latest, 1).length > 0) {
    connection.transaction(() => upgradeBatch(context, latest));
    await yieldToEventLoop();
  }
}

function upgradeBatch(context: Context, latest: number): void {
  assertNotNewer(context);
  const { connection, steps } = context;
  const therapists: Therapist[] = connection
    .all<Row>(OLDER, latest, BATCH)
    .map((row) => toTherapist(row, steps));
  for (const therapist of therapists) {
    connection.run(REWRITE, ...contentOf(therapist), therapist.id);
    removeTags(connection, therapist.id);
  }
  writeTags(connection, therapists);
}
