import { expect } from 'chai';
import { group, yesNo } from '../../src/domain/profile-fields/row.js';
import {
  type RowsSince,
  versionsOfFacts,
  withAddedFacts,
  withFactsUpTo,
} from '../../src/domain/profile-fields/since.js';
import { profileFields } from '../../src/domain/profile-fields.js';
import { SCHEMA_VERSION } from '../../src/domain/therapist.js';
import { latestVersion, recordSteps, stepsFor, upgradeRecord } from '../../src/storage/record-versions.js';
import { aTherapist } from '../support/therapist-builder.js';

const common = { section: 'whom', edit: 'at once', neutral: false } as const;
/** The next version after today's; it brings a field, and the one after it a part of a group. */
const NEXT = SCHEMA_VERSION + 1;
const added = {
  madeUp: yesNo({ ...common, since: { version: NEXT, value: false } }),
  fees: group(
    { superbill: yesNo({}), gifts: yesNo({ since: { version: NEXT + 1, value: true } }) },
    { ...common, section: 'fees', neutral: {} },
  ),
} satisfies RowsSince;
const rows: RowsSince = { ...profileFields, ...added };
const steps = stepsFor(rows);

const stored = () => JSON.parse(JSON.stringify(aTherapist())) as Record<string, unknown>;

describe('a fact that was added to the catalogue', () => {
  it('raises the version of records, without a gap', () => {
    expect(latestVersion()).to.equal(SCHEMA_VERSION);
    expect(versionsOfFacts(rows).slice(-2)).to.deep.equal([NEXT, NEXT + 1]);
    expect(latestVersion(steps)).to.equal(NEXT + 1);
    expect(steps.map(({ from }) => from)).to.deep.equal(
      Array.from({ length: NEXT }, (_, index) => index + 1),
    );
  });

  it('leaves the steps of today alone', () => {
    const older = { ...stored(), schemaVersion: 1 };
    expect(upgradeRecord(older, steps.slice(0, recordSteps.length))).to.deep.equal(upgradeRecord(older));
  });

  it('is given to the published profile of an older record, each fact by the step of its version', () => {
    const record = stored();
    const published = record.published as Record<string, object>;
    const [field, part] = steps.slice(-2).map(({ upgrade }) => upgrade(record));
    expect(field).to.deep.equal({ ...record, published: { ...published, madeUp: false } });
    expect(part).to.deep.equal({
      ...record,
      published: { ...published, madeUp: false, fees: { ...published.fees, gifts: true } },
    });
    expect(upgradeRecord(record, steps)).to.deep.equal({ ...part, schemaVersion: NEXT + 1 });
  });

  it('keeps what a record says of it already', () => {
    const profile = { madeUp: true, fees: { superbill: false, gifts: false } };
    expect(withAddedFacts(profile, added)).to.deep.equal(profile);
    expect(withAddedFacts(withAddedFacts({}, added), added)).to.deep.equal({ madeUp: false });
  });

  it('is given to an edit of a listing, so that the edit does not seem to remove it', () => {
    const record = { ...stored(), draft: { name: 'Ana Ruiz', fees: { hourly: 200 } } };
    expect(withFactsUpTo(NEXT + 1, record, added).draft).to.deep.equal({
      name: 'Ana Ruiz',
      madeUp: false,
      fees: { hourly: 200, gifts: true },
    });
  });

  it('is not given to an application, nor to a group that is not there', () => {
    const record = { published: null, draft: { fees: {} } };
    expect(withFactsUpTo(NEXT + 1, record, added)).to.equal(record);
    expect(withAddedFacts({ madeUp: true, fees: null }, added)).to.deep.equal({
      madeUp: true,
      fees: null,
    });
  });
});
