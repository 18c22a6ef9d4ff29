import { setTimeout as sleep } from 'node:timers/promises';
import type { Therapist } from '../../src/domain/therapist.js';
import { decisions, REVIEWER } from './decision-cases.js';
import { type Round, type Tried, wanted } from './decision-round.js';
import { addressOf } from './decision-steps.js';
import type { World } from './decision-world.js';

/** The search must match the record within this time. */
const SEARCH_MS = 2000;
/** The email must be sent and marked within this time after a lease is free again. */
const MAIL_MS = 8000;

/** The faults after the restart: in the record, in what patients find, and in the email. */
export async function faultsAfter(world: World, round: Round, tried: Tried): Promise<string[]> {
  const found = await faultsOfSearch(world, round);
  const record = await whenSent(world, round);
  const { decided, copies } = wanted(round, tried);
  const isDecided = record.history.length > 0;
  const sent = world.emailsTo(addressOf(round.id)).length;
  return [
    ...found,
    ...(decided === null || decided === isDecided ? [] : [`decided: ${isDecided}, expected ${decided}`]),
    ...(isDecided ? faultsOfWhole(record, round) : faultsOfNone(record, round)),
    ...(copies.includes(sent) && sent > 0 === isDecided ? [] : [`its email arrived ${sent} times`]),
    ...faultsOfEmails(world, round),
  ];
}

/** The faults after the form was sent again: the record is decided exactly once, whatever the state before. */
export async function faultsOfSecondClick(world: World, round: Round, { preview }: Tried): Promise<string[]> {
  const before = await read(world, round);
  const wasDecided = before.history.length > 0;
  const sentBefore = world.emailsTo(addressOf(round.id)).length;
  const { status } = await world.rita.submit(preview, { fill: { _step: 'send' } });
  const after = await whenSent(world, round);
  const sent = world.emailsTo(addressOf(round.id)).length;
  return [
    ...(status === 303 ? [] : [`the second click got status ${status}`]),
    ...faultsOfWhole(after, round),
    ...(sent === sentBefore + (wasDecided ? 0 : 1)
      ? []
      : ['the second click did not send the expected emails']),
    ...faultsOfEmails(world, round),
    ...(await faultsOfSearch(world, round)),
  ];
}

async function read(world: World, { id }: Round): Promise<Therapist> {
  return (await world.inStore(({ therapists }) => therapists.get(id)))!;
}

/** The record once it has no queued emails, or as it is after the timeout. */
async function whenSent(world: World, round: Round): Promise<Therapist> {
  for (const endsAt = performance.now() + MAIL_MS; ; await sleep(100)) {
    const record = await read(world, round);
    if (record.queuedEmails.length === 0 || performance.now() > endsAt) return record;
  }
}

function faultsOfWhole(record: Therapist, { decision, name }: Round): string[] {
  const [event, ...more] = record.history;
  const { status } = decisions[decision];
  return [
    ...(record.status === status ? [] : [`decided, but the status is ${record.status}`]),
    ...(event?.action === decision && more.length === 0 ? [] : ['the history does not match']),
    ...(event?.by.email === REVIEWER ? [] : ['the history names no reviewer']),
    ...(event?.frozen?.profile.name === name ? [] : ['the profile of the decision is not frozen']),
    ...(record.queuedEmails.length === 0 ? [] : ['its email is still queued']),
  ];
}

function faultsOfNone(record: Therapist, { decision, id, name }: Round): string[] {
  const { status } = decisions[decision].therapist(id, name);
  const isAsBefore = record.status === status && record.revision === 1 && record.queuedEmails.length === 0;
  return isAsBefore ? [] : ['part of the decision is stored'];
}

/** All copies of the email must have one Message-ID. */
function faultsOfEmails(world: World, { id }: Round): string[] {
  const emails = world.emailsTo(addressOf(id));
  const ids = new Set(emails.map(({ headers }) => headers['message-id']));
  return ids.size <= 1 ? [] : [`${ids.size} emails with different Message-IDs`];
}

/** The search and the profile page show the therapist exactly when they are listed. */
async function faultsOfSearch(world: World, round: Round): Promise<string[]> {
  for (const endsAt = performance.now() + SEARCH_MS; ; await sleep(50)) {
    const { status, slug } = await read(world, round);
    const page = await world.rita.get(`/therapists?q=${encodeURIComponent(round.name)}`);
    const found = page.texts('.cards h2 a').includes(round.name);
    const profile = await world.rita.get(`/therapists/${slug}`);
    const isListed = status === 'listed';
    if (found === isListed && (profile.status === 200) === isListed) return [];
    if (performance.now() > endsAt)
      return [`${status}, ${found ? '' : 'not '}found, and its page answers ${profile.status}`];
  }
}
