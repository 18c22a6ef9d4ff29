/** Independent channels to check an identity. The text of what was seen begins with the channel's name. */
export const channels = [
  ['board', 'State board look-up'],
  ['nppes', 'NPI registry'],
  ['both', 'State board look-up and NPI registry'],
] as const;
export type Channel = (typeof channels)[number][0];

/** What was seen of an identity, with the channel in front. */
export function withChannel(channel: Channel, seen: string): string {
  const words = channels.find(([id]) => id === channel)![1];
  return seen === '' ? words : `${words}: ${seen}`;
}

/** The channel that `seen` begins with, and the rest of the text. */
export function channelOf(seen: string | null): { channel: Channel | null; rest: string } {
  const text = seen ?? '';
  const found = channels.find(([, words]) => text === words || text.startsWith(`${words}: `));
  if (found === undefined) return { channel: null, rest: text };
  return { channel: found[0], rest: text.slice(found[1].length + 2) };
}
