import { setTimeout as sleep } from 'node:timers/promises';
import type { Therapist } from '../../src/domain/therapist.js';
import { decisions, REVIEWER } from './decision-cases.js';
import { type Round, type Tried, wanted } from './decision-round.js';
import { addressOf } from './decision-steps.js';
import type { World } from './decision-world.js';

/** Within which the search says what the record says. */
const SEARCH_MS = 2000;
/** Within which the letter is out and marked, from when a lease is free again. */
const POST_MS = 8000;

/** What is wrong after the restart: with the record, with what patients find, and with the letter. */
export async function faultsAfter(world: World, round: Round, tried: Tried): Promise<string[]> {
  const found = await faultsOfSearch(world, round);
  const record = await whenPosted(world, round);
  const { decided, copies } = wanted(round, tried);
  const isDecided = record.history.length > 0;
  const sent = world.emailsTo(addressOf(round.id)).length;
  return [
    ...found,
    ...(decided === null || decided === isDecided ? [] : [`decided: ${isDecided}, and not ${decided}`]),
    ...(isDecided ? faultsOfWhole(record, round) : faultsOfNone(record, round)),
    ...(copies.includes(sent) && sent > 0 === isDecided ? [] : [`its letter came ${sent} times`]),
    ...faultsOfEmails(world, round),
  ];
}

/** What is wrong after the button was pressed once more: it is decided once, whatever was there before. */
export async function faultsOfSecondClick(world: World, round: Round, { preview }: Tried): Promise<string[]> {
  const before = await read(world, round);
  const wasDecided = before.history.length > 0;
  const sentBefore = world.emailsTo(addressOf(round.id)).length;
  const { status } = await world.rita.submit(preview, { fill: { _step: 'send' } });
  const after = await whenPosted(world, round);
  const sent = world.emailsTo(addressOf(round.id)).length;
  return [
    ...(status === 303 ? [] : [`the second click is answered ${status}`]),
    ...faultsOfWhole(after, round),
    ...(sent === sentBefore + (wasDecided ? 0 : 1) ? [] : ['the second click sends another letter']),
    ...faultsOfEmails(world, round),
    ...(await faultsOfSearch(world, round)),
  ];
}

async function read(world: World, { id }: Round): Promise<Therapist> {
  return (await world.inStore(({ therapists }) => therapists.get(id)))!;
}

/** The record once no letter waits in it, or as it is when that takes too long. */
async function whenPosted(world: World, round: Round): Promise<Therapist> {
  for (const endsAt = performance.now() + POST_MS; ; await sleep(100)) {
    const record = await read(world, round);
    if (record.queuedEmails.length === 0 || performance.now() > endsAt) return record;
  }
}

function faultsOfWhole(record: Therapist, { decision, name }: Round): string[] {
  const [event, ...more] = record.history;
  const { status } = decisions[decision];
  return [
    ...(record.status === status ? [] : [`decided, and ${record.status}`]),
    ...(event?.action === decision && more.length === 0 ? [] : ['the history tells something else']),
    ...(event?.by.email === REVIEWER ? [] : ['nobody has decided it']),
    ...(event?.frozen?.profile.name === name ? [] : ['nothing is frozen of what was decided on']),
    ...(record.queuedEmails.length === 0 ? [] : ['its letter still waits']),
  ];
}

function faultsOfNone(record: Therapist, { decision, id, name }: Round): string[] {
  const { status } = decisions[decision].therapist(id, name);
  const isAsBefore = record.status === status && record.revision === 1 && record.queuedEmails.length === 0;
  return isAsBefore ? [] : ['half of it is there'];
}

/** However often it came, it is one letter. */
function faultsOfEmails(world: World, { id }: Round): string[] {
  const emails = world.emailsTo(addressOf(id));
  const ids = new Set(emails.map(({ headers }) => headers['message-id']));
  return ids.size <= 1 ? [] : [`${ids.size} letters with names of their own`];
}

/** Patients find whoever is listed, and nobody else. */
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
