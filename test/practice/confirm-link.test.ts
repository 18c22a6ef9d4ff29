import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Therapist } from '../../src/domain/therapist.js';
import { act } from '../../src/domain/workflow/act.js';
import {
  confirmToken,
  therapistOfConfirmToken,
  therapistOfUsedToken,
} from '../../src/practice/confirm-link.js';
import { aTherapist } from '../support/therapist-builder.js';
import { as, self } from '../support/workflow-world.js';

const mac = (text: string) => createHmac('sha256', 'a key').update(text).digest('hex');

function linksTo(...kept: readonly Therapist[]) {
  const therapists = { get: async (id: string) => kept.find((one) => one.id === id) ?? null };
  return therapistOfConfirmToken({ therapists, mac });
}

describe('the confirmation link', () => {
  const therapist = aTherapist({ confirmKey: 'key00001' });
  const token = confirmToken(therapist, mac)!;

  it('finds the therapist it was sent to, however often it is opened', async () => {
    const find = linksTo(aTherapist(), therapist);
    expect(await find(token)).to.equal(therapist);
    expect(await find(token)).to.equal(therapist);
  });

  it('exists only while the therapist has been reminded and has not confirmed', () => {
    expect(confirmToken(aTherapist(), mac)).to.equal(null);
  });

  it('ends when it is used', async () => {
    const confirmed = act(therapist, { action: 'confirm' }, as(self));
    expect(await linksTo(confirmed)(token)).to.equal(null);
  });

  it('is recognized as used while the listing is public and no newer link was sent', async () => {
    const confirmed = act(therapist, { action: 'confirm' }, as(self));
    const used = (one: Therapist) =>
      therapistOfUsedToken({ therapists: { get: async (id) => (id === one.id ? one : null) }, mac })(token);
    expect(await used(therapist)).to.equal(null);
    expect(await used(confirmed)).to.equal(confirmed);
    const again = act(confirmed, { action: 'confirm' }, as(self));
    expect(await used(again)).to.equal(again);
    expect(await used({ ...confirmed, status: 'lapsed' })).to.equal(null);
    expect(await used({ ...confirmed, confirmKey: 'key00002' })).to.equal(null);
    expect(await used({ ...confirmed, history: [] })).to.equal(null);
  });

  it('ends when a newer link replaces it', async () => {
    expect(await linksTo({ ...therapist, confirmKey: 'key00002' })(token)).to.equal(null);
  });

  it('does not work for another therapist or with another key', async () => {
    const other = aTherapist({ confirmKey: 'key00001' });
    const [, proof] = token.split('.');
    expect(await linksTo(therapist, other)(`${other.id}.${proof}`)).to.equal(null);
    const forged = confirmToken(therapist, (text) => createHmac('sha256', 'b').update(text).digest('hex'))!;
    expect(await linksTo(therapist)(forged)).to.equal(null);
  });

  it('finds nobody for any other text', async () => {
    const find = linksTo(therapist);
    const broken = [
      '',
      '.',
      `${therapist.id}`,
      `${therapist.id}.`,
      `${token}x`,
      token.slice(0, -1),
      ` ${token}`,
    ];
    for (const text of broken) expect(await find(text), text).to.equal(null);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => (await find(text)) === null),
    );
  });
});
