import { expect } from 'chai';
import { FileRefused } from '../../scripts/support/command.js';
import { makeKeys } from '../../scripts/support/make-keys.js';
import { openKeyServer } from '../support/key-server.js';

describe('npm run meili-keys', () => {
  it('creates a search key and an index key, and finds them again', async () => {
    const server = await openKeyServer({ master: ['*'] });
    try {
      const options = { host: server.host, masterKey: 'master', index: 'therapists' };
      const made = await makeKeys(options);
      expect(made).to.deep.equal({
        search: 'key of Holdspace: search in therapists',
        index: 'key of Holdspace: index therapists',
      });
      expect(await makeKeys(options)).to.deep.equal(made);
      const other = await makeKeys({ ...options, index: 'second' });
      expect(other.search).to.equal('key of Holdspace: search in second');
    } finally {
      await server.close();
    }
  });

  it('says what to do about a refused master key and an unreachable server', async () => {
    const server = await openKeyServer({ master: ['*'] });
    const refused = await makeKeys({ host: server.host, masterKey: 'other', index: 'therapists' }).catch(
      (error: unknown) => error,
    );
    await server.close();
    expect(refused).to.be.instanceOf(FileRefused).with.property('message').that.contains('MEILI_MASTER_KEY');
    const away = await makeKeys({ host: server.host, masterKey: 'master', index: 'therapists' }).catch(
      (error: unknown) => error,
    );
    expect(away).to.be.instanceOf(FileRefused).with.property('message').that.contains('MEILI_HOST');
  });
});
