/**
 * The names that records, addresses and files had before they got one American spelling, and their present names. This is the only place
 * that spells the old ones: everything else knows only the new ones.
 */

import { isObject } from './same.js';

type Json = Record<string, unknown>;

/** The prefix of the text that is hashed for an erased license. Hashes cannot be recomputed, so this text never changes. */
export const ERASED_LICENSE = 'licence';

/** The store's name for emails that belong to no therapist's record. They live for minutes, so they were never renamed. */
export const STANDALONE_EMAIL_KIND = 'letter';

/** What people type, and what old spreadsheets and their maps say, for a name of ours. */
export const oldWords = { license: ['licence', 'licenced'] } as const;

const parameters: Readonly<Record<string, string>> = { programme: 'program' };
const paths: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1\/programmes(?=\/?$)/, '/api/v1/programs'],
];

/** The present address for an old one, or `null` when it has no old name in it. `url` is path and query string. */
export function currentAddress(url: string): string | null {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const moved = paths.reduce((text, [old, now]) => text.replace(old, now), path);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const renamed = query.replace(/(^|&)([^=&]*)/g, (whole, before: string, name: string) =>
    Object.hasOwn(parameters, name) ? before + parameters[name] : whole,
  );
  if (moved === path && renamed === query) return null;
  return renamed === '' ? moved : `${moved}?${renamed}`;
}

/** The present name of a field of an old map (`training.programme`, `supervisor.licence`). */
export const currentField = (name: string): string =>
  name.replace(/\bprogramme\b/, 'program').replace(/\blicence\b/, 'license');

/** A therapist's record of version 2 with the names of version 3. Values keep their meaning. Pure; may run twice. */
export function withCurrentNames({ letters, ...record }: Json): Json {
  const named = letters === undefined ? record : { ...record, queuedEmails: letters };
  return changed(named, {
    published: profile,
    draft: profile,
    findings: each(filedUnder),
    evidence: each(filedUnder),
    supervisor,
    questions: each(askedAbout),
    history: each(event),
    queuedEmails: each(queuedEmail),
  });
}

/** `authority:licence:NJ:LPC`, with or without `draft:` before it. */
const subject = (text: unknown): unknown =>
  typeof text === 'string' ? text.replace(/^((?:draft:)?authority:)licence:/, '$1license:') : text;

const filedUnder = (one: Json): Json => changed(one, { subject });
const askedAbout = (question: Json): Json => changed(question, { field: subject });
const profile = (value: unknown): unknown =>
  isObject(value) ? changed(value, { authority: each(authority), training: each(training) }) : value;
const authority = (held: Json): Json => (held.basis === 'licence' ? { ...held, basis: 'license' } : held);

function training({ programme, ...rest }: Json): Json {
  return programme === undefined ? rest : { program: programme, ...rest };
}

function supervisor(value: unknown): unknown {
  if (!isObject(value) || !('licence' in value)) return value;
  const { licence: license, ...rest } = value;
  return { ...rest, license };
}

const event = (happened: Json): Json =>
  changed(happened, { fields: listOf(subject), asked: each(askedAbout), frozen });

const frozen = (value: unknown): unknown =>
  isObject(value)
    ? changed(value, { profile, findings: each(filedUnder), evidence: each(filedUnder), supervisor })
    : value;

const emailKinds: Readonly<Record<string, string>> = {
  'licence-expiring': 'license-expiring',
  'licence-expired': 'license-expired',
};

const queuedEmail = (email: Json): Json =>
  changed(email, {
    kind: (kind) => emailKinds[String(kind)] ?? kind,
    facts: (facts) => (isObject(facts) ? changed(facts, { subject }) : facts),
  });

type Change = (value: unknown) => unknown;

/** The object with `changes` applied to the parts that it has. */
function changed(object: Json, changes: Readonly<Record<string, Change>>): Json {
  const parts = Object.entries(changes).filter(([name]) => name in object);
  return { ...object, ...Object.fromEntries(parts.map(([name, change]) => [name, change(object[name])])) };
}

const listOf =
  (change: Change): Change =>
  (list) =>
    Array.isArray(list) ? list.map(change) : list;

const each = (change: (one: Json) => Json): Change => listOf((one) => (isObject(one) ? change(one) : one));
