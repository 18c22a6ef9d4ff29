/**
 * State codes that are also English or Spanish words, forms of address or degrees. In small letters they count only directly
 * beside an insurance: "therapist for me" is no search in Maine.
 */
export const codesThatAreWords: ReadonlySet<string> = new Set(
  'al co de ct hi id il in la ma md me mi mo ms mt nd ne oh ok or pa va'.split(' '),
);

/** Of those, the two that join words: they must also be the last word ("bcbs or", but not "aetna or cigna"). */
export const codesThatJoin: ReadonlySet<string> = new Set(['in', 'or']);

/** Words that only lead up to a state, a ZIP code or an insurance, and go with it. */
export const leadingWords: ReadonlySet<string> = new Set(
  'in of near around with and or for takes take taking accepts accept by'.split(' '),
);

/** Words that only follow an insurance, and go with it. */
export const followingWords: ReadonlySet<string> = new Set('insurance plan plans coverage health'.split(' '));

/** Words that describe everyone here; they go once something else was understood. */
export const wordsForEveryone: ReadonlySet<string> = new Set(
  'therapist therapists counselors ketamine kap practitioner practitioners'.split(' '),
);

/** After these comes a person's name. */
export const titles: ReadonlySet<string> = new Set('dr doctor mr mrs miss mx prof professor'.split(' '));

/** Insurance words that are also first names or surnames. */
export const people: ReadonlySet<string> = new Set('oscar molina kaiser magellan'.split(' '));

/** Insurance words that are people, or parts of the names of towns and practices ("New Horizon", "Beacon Hill"). */
export const alsoNames: ReadonlySet<string> = new Set([
  ...people,
  ...'oxford beacon anthem horizon wellpoint tufts coventry medica united emblem independence'.split(' '),
]);

/** States that are also first names: a capitalized word after them is a surname. */
export const statesAlsoNames: ReadonlySet<string> = new Set(['georgia', 'virginia']);

/** Everyday words that lie one slip away from an insurance or a state, or are often searched for; never taken for either. */
export const commonWords: readonly string[] = [
  ...'medical medicine medico mental modern model united untied unite unites bacon beach anger anthems'.split(
    ' ',
  ),
  ...'oxygen horizontal horizons general regency primera carefree emblems human humano humane humanity'.split(
    ' ',
  ),
  ...'signal cinema armed aimed indian indians marine marines military texan option options'.split(' '),
  ...'therapy therapist therapists trauma anxiety depression ketamine integration preparation couples'.split(
    ' ',
  ),
  ...'counseling counselor center group institute spiritual somatic mindful mindfulness recovery healing'.split(
    ' ',
  ),
  ...'holistic wellness psychiatry psychology'.split(' '),
];
