import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import Database from 'libsql';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { openFile } from '../../src/storage/embedded/open-file.js';
import { StoreRefused } from '../../src/storage/store.js';
import { rejection } from '../contracts/store/harness.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('embedded store file', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder, 'holdspace.db');
  });
  afterEach(() => removeFolder(folder));

  async function assertRefused(path: string, words: RegExp): Promise<void> {
    const error = await rejection(openEmbeddedStore({ file: path }));
    assert.instanceOf(error, StoreRefused, error.stack);
    assert.include(error.message, path);
    assert.match(error.message, words);
    assert.notInclude(error.message, '\n');
  }

  function withSqlite(sql: string): void {
    const database = new Database(file);
    database.exec(sql);
    database.close();
  }

  it('creates missing folders', async () => {
    const deep = join(folder, 'new', 'deeper', 'holdspace.db');
    await (await openEmbeddedStore({ file: deep })).close();
    assert.isTrue(existsSync(deep));
  });

  it('syncs every write to a write-ahead log', async () => {
    const connection = await openFile(file);
    const pragma = (name: string) => connection.all<Record<string, unknown>>(`PRAGMA ${name}`)[0];
    assert.deepInclude(pragma('journal_mode'), { journal_mode: 'wal' });
    assert.deepInclude(pragma('synchronous'), { synchronous: 2 });
    assert.deepInclude(pragma('foreign_keys'), { foreign_keys: 1 });
    assert.isAtLeast(Number(pragma('busy_timeout')?.timeout), 5000);
    connection.close();
  });

  it('stores everything in the one file when it closes', async () => {
    const store = await openEmbeddedStore({ file });
    const therapist = await store.therapists.insert(aTherapist());
    await store.close();
    const copy = join(folder, 'copy.db');
    await writeFile(copy, await readFile(file));
    const other = await openEmbeddedStore({ file: copy });
    assert.deepEqual(await other.therapists.get(therapist.id), therapist);
    await other.close();
  });

  it('refuses a file of a newer program, and stops writing when one upgrades the file later', async () => {
    const store = await openEmbeddedStore({ file });
    withSqlite('PRAGMA user_version = 99');
    const error = await rejection(store.therapists.insert(aTherapist()));
    assert.instanceOf(error, StoreRefused);
    await store.close();
    await assertRefused(file, /newer version of Holdspace: run that version, or restore a backup/);
  });

  it('refuses a file that is not a database and leaves it unchanged', async () => {
    for (const text of ['hello', 'This is not a database. '.repeat(500)]) {
      await writeFile(file, text);
      await assertRefused(file, /not a database: set another DATA_DIR/);
      assert.equal(await readFile(file, 'utf8'), text);
    }
  });

  it('refuses the database of another program and leaves it unchanged', async () => {
    withSqlite('CREATE TABLE recipes (name TEXT)');
    await assertRefused(file, /belongs to another program/);
    withSqlite('INSERT INTO recipes VALUES (1)');
  });

  it('refuses a folder in place of the file, and a file in place of the folder', async () => {
    await mkdir(file);
    await assertRefused(file, /is not writable/);
    const notAFolder = join(folder, 'note.txt');
    await writeFile(notAFolder, 'hello');
    await assertRefused(join(notAFolder, 'holdspace.db'), /is not writable/);
  });

  it('refuses a folder that no user may write, not even the superuser', async () => {
    await chmod(folder, 0o500);
    await assertRefused(process.platform === 'linux' ? '/proc/holdspace.db' : file, /is not writable/);
    await chmod(folder, 0o700);
  });
});
