import type { Seen } from '../support/visitor.js';
import { spread } from './world.js';

/** As many values of one filter as are asked for. */
const MOST_VALUES = 14;

/** A query for every filter of the search form, with values from all over each list. */
export function filterQueries({ $ }: Seen): string[] {
  const form = $('main form:has([name=q])').first();
  const values = new Map<string, string[]>();
  for (const control of form.find('[name]').toArray()) {
    const one = $(control);
    const options = one.find('option').toArray();
    const found = one.is('select') ? options.map((option) => $(option).attr('value')) : [one.attr('value')];
    const name = one.attr('name')!;
    values.set(name, [...(values.get(name) ?? []), ...found.filter((value) => value !== undefined)]);
  }
  return [...values].flatMap(([name, all]) =>
    spread(
      all.filter((value) => value !== ''),
      MOST_VALUES,
    ).map((value) => new URLSearchParams([[name, value]]).toString()),
  );
}

/** Words that patients type: names of plans, places, needs and people, with slips, and nonsense. */
const texts = [
  ...[
    'horizon',
    'horizon nj 07102',
    'blue cross',
    'bcbs new jersey',
    'anthem ny',
    'medicare',
    'medicaid texas',
  ],
  ...['tricare', 'aetna florida', 'united', 'untied healthcare', 'kaiser california', 'optum', 'cigna pa'],
  ...['ptsd', 'trauma', 'grief new york', 'spanish', 'couples', 'psychologist', 'social worker', 'fluence'],
  ...['polaris', 'maps trained', 'alejandra', 'alejandra quintero', 'quintera', 'Nakamura', 'dr oscar'],
  ...['07030', '10001 aetna', '99999', 'in or', 'georgia', 'online', 'xqzv', 'zzz qqq', '<b>"&', 'é'],
  'somebody who takes horizon in new jersey for depression',
  'word '.repeat(80).trim(),
];

/** Searches with several filters, orders, pages, and what is no search. */
const mixed = [
  ...[
    'state=NJ&payer=horizon-bcbsnj',
    'state=NJ&payer=horizon-bcbsnj&accepting=1',
    'state=NY&mode=telehealth',
  ],
  ...['near=07030', 'near=07030&within=50&sort=distance', 'near=90210&within=10', 'near=00000', 'within=50'],
  ...['state=CA&focus=ptsd&focus=grief&language=es', 'accepting=1&integration72h=1&own_therapist=1'],
  ...['max_fee=150&min_caseload=10&confirmed=30', 'presence=room&presence=video&place=home'],
  ...[
    'state=WY&language=tl&max_fee=50',
    'state=NJ&q=horizon',
    'state=NJ&q=aetna&payer=cigna',
    'q=nj&state=NY',
  ],
  ...[
    'page=2',
    'page=3&sort=fee',
    'page=14',
    'page=999',
    'page=0',
    'page=x',
    'sort=distance',
    'sort=nothing',
  ],
  ...[
    'state=XX',
    'payer=nobody&line=best&scope=all',
    'max_fee=-1',
    'near=abc&within=9999',
    'unknown=1&other=2',
  ],
  ...['state=NJ&state=NY', 'accepting=yes', 'mode=in-person&state=TX', 'mode=in-person&mode=telehealth'],
  ...['pick=alejandra-quintero', 'pick=alejandra-quintero&pick=nobody&state=AL'],
];

/** Every query string that is searched for beside the filters'. */
export const queries = ['', ...mixed, ...texts.map((text) => new URLSearchParams([['q', text]]).toString())];
