import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Therapist } from '../../domain/therapist.js';
import { latestVersion } from '../record-versions.js';
import { assertNotNewer, type Context, readState } from './context.js';
import { COLUMNS, CONTENT_COLUMNS, contentOf, type Row, toTherapist } from './rows.js';
import { removeTags, writeTags } from './tags.js';

/** Records rewritten in one transaction: other processes wait no longer than that. */
const BATCH = 500;

const OLDER = `SELECT ${COLUMNS} FROM therapists WHERE record_version < ? LIMIT ?`;
const REWRITE = `UPDATE therapists SET (${CONTENT_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?) WHERE id = ?`;

/**
 * Writes every record back in the latest version. The file is claimed for that version first, which stops older programs from
 * writing; a record says its own version, so that after a kill, or beside another process, the work simply goes on.
 * @throws StoreRefused when the file belongs to a newer version already.
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
    await nextTurn();
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
