import type { Subject } from './subject.js';

/** What is often seen, in words that patients may read, to choose from and change. */
export const suggestions: Readonly<Record<Subject['kind'], readonly string[]>> = {
  identity: [
    'Name, license and photo ID agree',
    'Photo ID shown on a video call',
    'Reached at the number that the board has',
  ],
  authority: [
    'Board look-up: active, no public action',
    'Board look-up: active, conditions noted',
    'Found in the state’s register for telehealth, active',
    'Found in the compact’s look-up, privilege active',
  ],
  psypact: [
    'PSYPACT directory: APIT active, home license active',
    'APIT letter seen, and the directory checked',
  ],
  standing: ['No public action on the boards of all their states', 'Letter of good standing seen'],
  training: [
    'Certificate seen: name, award and year agree',
    'The program confirmed it by e-mail',
    'The mentor was called and confirmed it',
  ],
  caseload: [
    'Log of sessions seen, without names',
    'The clinic confirmed the count',
    'Billing summary seen, counts only',
  ],
  scope: [
    'Written policy for sessions seen',
    'Consent form for sessions seen',
    'The prescriber confirmed it',
  ],
  'difficult-material': [
    'Written plan seen',
    'Talked through on a video call',
    'The supervisor confirmed it',
  ],
  coordination: [
    'The prescriber was called and confirmed it',
    'Agreement with the prescriber seen',
    'Release form and sample letter seen, without names',
  ],
  malpractice: ['Certificate of insurance seen, in force', 'The insurer confirmed the cover'],
  references: [
    'Two references called',
    'A prescriber and a supervisor called',
    'Two letters seen, both writers called',
  ],
};

/** Channels to a person's identity that nobody but us chose. The first words of what was seen say which one it was. */
export const channels = [
  ['board', 'State board look-up'],
  ['nppes', 'NPI registry'],
  ['both', 'State board look-up and NPI registry'],
] as const;
export type Channel = (typeof channels)[number][0];

/** What was seen of somebody's identity, with the channel in front. */
export function withChannel(channel: Channel, seen: string): string {
  const words = channels.find(([id]) => id === channel)![1];
  return seen === '' ? words : `${words}: ${seen}`;
}

/** The channel that `seen` begins with, and the rest. */
export function channelOf(seen: string | null): { channel: Channel | null; rest: string } {
  const text = seen ?? '';
  const found = channels.find(([, words]) => text === words || text.startsWith(`${words}: `));
  if (found === undefined) return { channel: null, rest: text };
  return { channel: found[0], rest: text.slice(found[1].length + 2) };
}
