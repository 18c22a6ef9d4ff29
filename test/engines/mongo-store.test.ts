import { storeContract } from '../contracts/store.contract.js';
import { mongoStoreUnderTest } from '../support/mongo-databases.js';
import { describeWithService } from '../support/services.js';

describeWithService('MONGODB_URI', 'store contract: MongoDB', (server) => {
  storeContract('MongoDB', { open: (options) => mongoStoreUnderTest(server, options), hasOwnClock: true });
});
