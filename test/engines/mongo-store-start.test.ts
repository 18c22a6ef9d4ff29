import { inspect } from 'node:util';
import { assert } from 'chai';
import { openMongoStore } from '../../src/storage/mongo/open-mongo-store.js';
import { StoreRefused, StoreUnreachable } from '../../src/storage/store.js';
import { rejection } from '../contracts/store/harness.js';
import { mongoStandIn } from '../support/mongo-stand-in.js';
import { startStopwatch } from '../support/stopwatch.js';

const SECRET = 'p4ssw0rd';

const hello = {
  ok: 1,
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  minWireVersion: 0,
  maxWireVersion: 21,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
};

describe('MongoDB store at start', () => {
  /**
   * The error of opening the store: one line that names the setting. Neither it nor its properties contain the
   * password.
   */
  async function refusal(uri: string): Promise<Error> {
    const error = await rejection(openMongoStore({ uri }));
    assert.include(error.message, 'MONGODB_URI', error.stack);
    assert.notInclude(error.message, '\n');
    assert.notInclude(inspect(error, { depth: 20 }), SECRET);
    return error;
  }

  for (const uri of [
    '',
    'localhost:27017',
    `postgres://anna:${SECRET}@localhost/holdspace`,
    `mongodb://anna:${SECRET}@`,
    `mongodb://anna:${SECRET}%@localhost/holdspace`,
    `mongodb://anna:${SECRET}@localhost:port/holdspace`,
    `mongodb://anna:${SECRET}@localhost/holdspace?w=majority&noSuchOption=1`,
    `mongodb://anna:${SECRET}@localhost/holdspace?maxPoolSize=many`,
  ])
    it(`refuses the address "${uri.replace(SECRET, '…')}"`, async () => {
      const error = await refusal(uri);
      assert.instanceOf(error, StoreRefused, error.stack);
      assert.match(error.message, /is not a MongoDB address: write mongodb:\/\//);
    });

  it('rejects soon with StoreUnreachable when no server answers, so that the caller can retry', async () => {
    const elapsed = startStopwatch();
    const error = await refusal(
      `mongodb://anna:${SECRET}@127.0.0.1:1/holdspace?serverSelectionTimeoutMS=300`,
    );
    assert.instanceOf(error, StoreUnreachable);
    assert.isBelow(elapsed(), 3000);
  });

  it('refuses a server that is too old', async () => {
    const old = await mongoStandIn({ ...hello, maxWireVersion: 6 }, { ok: 1 });
    const error = await refusal(`mongodb://${old.host}/?serverSelectionTimeoutMS=800`);
    await old.close();
    assert.instanceOf(error, StoreRefused, error.stack);
    assert.match(error.message, /too old/);
  });

  for (const [what, answer] of [
    ['credentials', { ok: 0, code: 18, codeName: 'AuthenticationFailed', errmsg: 'Authentication failed.' }],
    ['a user without permission', { ok: 0, code: 13, codeName: 'Unauthorized', errmsg: 'not authorized' }],
  ] as const)
    it(`refuses ${what} that the server refuses`, async () => {
      const strict = await mongoStandIn(hello, answer);
      const error = await refusal(`mongodb://anna:${SECRET}@${strict.host}/?serverSelectionTimeoutMS=800`);
      await strict.close();
      assert.instanceOf(error, StoreRefused, error.stack);
      assert.match(error.message, /refuses this user/);
    });
});
