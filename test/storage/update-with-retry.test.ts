import { expect } from 'chai';
import { Conflict, Missing } from '../../src/storage/store.js';
import { retryOnConflict, updateWithRetry } from '../../src/storage/update-with-retry.js';

interface Counter {
  id: string;
  revision: number;
  count: number;
}

/** One record in memory. `before` runs before each write, such as another writer. */
function oneRecord(before: (record: Counter) => void = () => undefined) {
  const record = { id: 'one', revision: 1, count: 0 };
  return {
    record,
    reads: 0,
    async get(id: string) {
      this.reads += 1;
      return id === record.id ? { ...record } : null;
    },
    async update(next: Counter) {
      before(record);
      if (next.revision !== record.revision) throw new Conflict('revision', 'written since');
      return { ...Object.assign(record, next, { revision: next.revision + 1 }) };
    },
  };
}

const addOne = (counter: Counter) => ({ ...counter, count: counter.count + 1 });
const caught = (work: Promise<unknown>) => work.catch((error: unknown) => error);

describe('an update with retry', () => {
  it('keeps what another writer wrote in between', async () => {
    let others = 2;
    const records = oneRecord((record) => {
      if (others-- > 0) Object.assign(record, { count: record.count + 10, revision: record.revision + 1 });
    });
    const { before, after } = await updateWithRetry(records, 'one', addOne);
    expect(before.count).to.equal(20);
    expect(after).to.deep.equal({ id: 'one', revision: 4, count: 21 });
  });

  it('reads once less where the record was just read', async () => {
    const records = oneRecord();
    await updateWithRetry(records, 'one', addOne, { seen: { ...records.record } });
    expect(records.reads).to.equal(0);
  });

  it('writes nothing where nothing changes', async () => {
    const records = oneRecord();
    for (const change of [() => null, (record: Counter) => record])
      expect((await updateWithRetry(records, 'one', change)).after.revision).to.equal(1);
  });

  it('gives up after the number of tries when others keep writing', async () => {
    let writes = 0;
    const records = oneRecord((record) => {
      writes += 1;
      record.revision += 1;
    });
    expect(await caught(updateWithRetry(records, 'one', addOne, { tries: 3 }))).to.be.instanceOf(Conflict);
    expect(writes).to.equal(3);
  });

  it('throws Missing for a record that does not exist', async () => {
    expect(await caught(updateWithRetry(oneRecord(), 'two', addOne))).to.be.instanceOf(Missing);
  });

  it('writes again where a conflict about another key was resolved, and throws where it was not', async () => {
    let taken = 5;
    const refusing = () => {
      if (taken-- > 0) throw new Conflict('slug', 'taken');
    };
    const resolve = ({ field }: Conflict) => field === 'slug';
    const { after } = await updateWithRetry(oneRecord(refusing), 'one', addOne, { tries: 1, resolve });
    expect(after.count).to.equal(1);
    taken = 1;
    expect(await caught(updateWithRetry(oneRecord(refusing), 'one', addOne))).to.be.instanceOf(Conflict);
  });
});

describe('work that is retried on a conflict', () => {
  it('is done again for the keys that it names, and for no other', async () => {
    const failing = (field: Conflict['field']) => {
      let left = 1;
      return async () => {
        if (left-- > 0) throw new Conflict(field, 'taken');
        return 'done';
      };
    };
    expect(await retryOnConflict(failing('id'), { keys: ['revision', 'id'] })).to.equal('done');
    expect(await caught(retryOnConflict(failing('id')))).to.be.instanceOf(Conflict);
  });

  it('is not done again after another error', async () => {
    let runs = 0;
    const work = async () => {
      runs += 1;
      throw new Error('broken');
    };
    expect(await caught(retryOnConflict(work))).to.have.property('message', 'broken');
    expect(runs).to.equal(1);
  });
});
