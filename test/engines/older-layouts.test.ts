import { join } from 'node:path';
import { assert } from 'chai';
import Database from 'libsql';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { connectMongo } from '../../src/storage/mongo/connect.js';
import { modelsOn } from '../../src/storage/mongo/models.js';
import { openMongoStore } from '../../src/storage/mongo/open-mongo-store.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { aNote, notes } from '../support/notes.js';
import { describeWithService } from '../support/services.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';

const DROP_TAGS = 'DROP TABLE therapist_tags; DROP TABLE records; DROP TABLE record_tags;';
const NOW = '2026-03-02T12:00:00.000Z';

describe('embedded store with the first layout', () => {
  it('gets the index of unindexed records, and leases, and keeps its records', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'holdspace.db');
    const [waits, done] = [aTherapist(), aTherapist()];
    const older = await openEmbeddedStore({ file });
    await older.therapists.insertMany([waits, done]);
    await older.therapists.markIndexed(done.id, 1);
    await older.close();
    const database = new Database(file);
    database.exec(`DROP INDEX therapists_unindexed; DROP TABLE leases; ${DROP_TAGS} PRAGMA user_version = 1`);
    database.close();
    const store = await openEmbeddedStore({ file });
    assert.deepEqual(await store.therapists.unindexed(10), [waits]);
    assert.isTrue(await store.leases.take('a', 'me', 1000, NOW));
    await store.close();
    await removeFolder(folder);
  });
});

describe('embedded store without tags', () => {
  it('writes the tags of every therapist, and accepts documents', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'holdspace.db');
    const many = Array.from({ length: 1100 }, () => aTherapist({ published: null }));
    const older = await openEmbeddedStore({ file, recordSteps: [] });
    await older.therapists.insertMany(many.map((therapist) => ({ ...therapist, schemaVersion: 1 }) as never));
    await older.close();
    const database = new Database(file);
    database.exec(`${DROP_TAGS} PRAGMA user_version = 2`);
    database.close();
    const store = await openEmbeddedStore({ file });
    assert.equal(await store.therapists.countTagged('status:listed'), 1100);
    assert.deepEqual(await store.records(notes).insert(aNote({ id: 'a' })), aNote({ id: 'a' }));
    await store.close();
    await removeFolder(folder);
  });
});

describeWithService('MONGODB_URI', 'MongoDB store with the first layout', (server) => {
  describe('MongoDB store with the first layout', () => {
    it('marks every record as unindexed', async () => {
      const uri = freshDatabase(server);
      const older = await openMongoStore({ uri });
      const many = Array.from({ length: 1100 }, () => aTherapist({ published: null }));
      await older.therapists.insertMany(many);
      await older.close();
      const connection = await connectMongo(uri);
      const { therapists, states } = modelsOn(connection);
      await therapists.collection.updateMany({}, { $unset: { unindexed: '' } });
      await states.collection.updateMany({}, { $set: { layout: 1 } });
      const store = await openMongoStore({ uri });
      assert.lengthOf(await store.therapists.unindexed(1000), 1000);
      assert.equal(await therapists.countDocuments({ unindexed: true }), 1100);
      assert.equal((await states.findOne().lean())?.layout, 2);
      await connection.destroy();
      await store.close();
      await dropDatabase(uri);
    });
  });

  describe('MongoDB store without tags', () => {
    it('writes the tags of every therapist, and accepts documents', async () => {
      const uri = freshDatabase(server);
      const older = await openMongoStore({ uri, recordSteps: [] });
      const many = Array.from({ length: 1100 }, () => aTherapist({ published: null }));
      await older.therapists.insertMany(
        many.map((therapist) => ({ ...therapist, schemaVersion: 1 }) as never),
      );
      await older.close();
      const connection = await connectMongo(uri);
      const { therapists, records } = modelsOn(connection);
      await therapists.collection.updateMany({}, { $unset: { tags: '', taggedAt: '' } });
      await records.collection.drop();
      await connection.destroy();
      const store = await openMongoStore({ uri });
      assert.equal(await store.therapists.countTagged('status:listed'), 1100);
      assert.lengthOf(await store.therapists.tagged('status:listed', { limit: 1000 }), 1000);
      assert.deepEqual(await store.records(notes).insert(aNote({ id: 'a' })), aNote({ id: 'a' }));
      await store.close();
      await dropDatabase(uri);
    });
  });
});
