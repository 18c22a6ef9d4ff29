import type { Day } from '../../domain/calendar.js';
import { COURSE } from '../../domain/fees.js';
import type { Listing } from '../../domain/listing.js';
import { paths, withParams } from '../../web/paths.js';
import type { Need, Shortlist } from '../../web/shortlist.js';
import { dayLabel } from '../../wording/dates.js';
import { disciplineLabels } from '../../wording/labels.js';
import { counted } from '../../wording/numbers.js';
import { needOptions } from '../../wording/options.js';
import type { Aspect, AspectGroup, Cell } from './compare-cells.js';
import { aspectGroups } from './compare-groups.js';
import { carried, goneOf, noticesOf, slugsOf, waysOn } from './shortlist.js';

/** More columns than this nobody can read side by side, and no sheet of paper holds them. */
export const MOST_COMPARED = 4;

/** What is asked of a comparison. */
export interface Comparison {
  list: Shortlist;
  need: Need;
  /** Whether rows in which all agree are left out. */
  differences: boolean;
  /** What of the address was not understood, in words. */
  notices: readonly string[];
}

/** Up to four therapists side by side. */
export function comparePage(asked: Comparison, today: Day) {
  const { list, need, differences } = asked;
  const compared = list.listings.slice(0, MOST_COMPARED);
  const groups = aspectGroups(need, today).map((group) => filled(group, compared));
  const rows = groups.flatMap((group) => group.rows);
  const differing = rows.filter((row) => row.differs).length;
  const slugs = slugsOf(list);
  return {
    none: compared.length === 0,
    alone: compared.length === 1,
    several: compared.length > 1,
    heading: compared.length > 1 ? `${compared.length} therapists side by side` : 'Compare therapists',
    notices: [...asked.notices, ...noticesOf(list)],
    gone: goneOf(list),
    form: { action: paths.compare, picks: slugs, differences, ...needOptions(need) },
    people: compared.map((listing) => personOf(listing, asked)),
    columns: compared.length + 1,
    groups: groups
      .map((group) => ({
        ...group,
        rows: differences ? group.rows.filter((row) => row.differs) : group.rows,
      }))
      .filter((group) => group.rows.length > 0),
    differing: `They differ in ${differing} of ${counted(rows.length, 'row')}`,
    agree: differences && differing === 0,
    switch: {
      label: differences ? 'Show every row' : 'Show only the differences',
      href: hrefOf({ ...asked, differences: !differences }, slugs),
    },
    others: list.listings.slice(MOST_COMPARED).map((listing) => ({
      name: listing.profile.name,
      href: hrefOf(asked, [listing.slug, ...slugs.filter((slug) => slug !== listing.slug)]),
    })),
    sessions: COURSE.sessions.join(' to '),
    preparations: COURSE.preparations.join(' to '),
    printed: dayLabel(today),
    clear: paths.compare,
    ...waysOn(need, slugs),
  };
}

function personOf({ slug, profile }: Listing, asked: Comparison) {
  const slugs = slugsOf(asked.list);
  return {
    name: profile.name,
    credentials: profile.credentials,
    discipline: disciplineLabels[profile.discipline],
    contact: profile.contact.phone ?? profile.contact.email ?? '',
    href: withParams(paths.therapist(slug), carried(asked.need, slugs)),
    remove: hrefOf(
      asked,
      slugs.filter((other) => other !== slug),
    ),
  };
}

function filled({ label, aspects }: AspectGroup, compared: readonly Listing[]) {
  return { label, rows: aspects.map((aspect) => rowOf(aspect, compared)) };
}

function rowOf({ label, cell }: Aspect, compared: readonly Listing[]) {
  const cells = compared.map(cell);
  return { label, cells, differs: new Set(cells.map(gistOf)).size > 1 };
}

/** What two therapists must have alike to agree in a row: what is said and whether it was checked, not on which day. */
const gistOf = ({ lines, proof, gist }: Cell) => JSON.stringify([gist ?? lines, proof?.label]);

function hrefOf({ need, differences }: Comparison, slugs: readonly string[]): string {
  const params = carried(need, slugs);
  if (differences && slugs.length > 0) params.set('differences', '1');
  return withParams(paths.compare, params);
}
