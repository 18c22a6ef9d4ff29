import type { Listing } from '../../domain/listing.js';
import { coordinationMoments, coordinationWays } from '../../domain/reference/coordination.js';
import { lineIds, lines } from '../../domain/reference/lines.js';
import { MOST_ON_SHEET, sheetDays } from '../../domain/sheet.js';
import type { SearchAnswer, SearchHit } from '../../search/search-index.js';
import { type Choice, errorSummary, fieldMaker, type Messages } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { disciplineLabels } from '../../wording/labels.js';
import { counted, figure } from '../../wording/numbers.js';
import { type Option, option, payerOptions, stateOptions } from '../../wording/options.js';
import { scopeWords } from '../../wording/scope.js';
import { reasonLines } from '../../wording/search-reasons.js';
import { waitWords } from '../../wording/wait.js';
import { type Candidate, cautionOf, listingOf, nameOf, obstacleOf, tooMany } from '../candidates.js';
import type { Need } from '../need.js';
import { searchOf, type Wanted } from '../wanted.js';
import { matchLines } from './match-lines.js';

/** So that what comes below the list is not far away on a phone. */
const SHOWN_AT_ONCE = 6;

/** What the page for a new sheet is made of. */
export interface NewSheet {
  wanted: Wanted;
  candidates: readonly Candidate[];
  found: { answer: SearchAnswer; pages: number };
  /** Those of the hits that are listed, by id. */
  listings: ReadonlyMap<string, Listing>;
  /** What refused the sheet, by field; empty before it was asked for. */
  messages: Messages;
}

export function newSheetPage({ wanted, candidates, found, listings, messages }: NewSheet) {
  const need = needOf(wanted);
  const query = searchOf(wanted);
  return {
    errors: errorSummary(messages),
    notices: wanted.notices,
    over: wanted.over > 0 ? `${counted(wanted.over, 'name')} more were left out unread.` : '',
    action: paths.referrals,
    again: paths.newReferral,
    most: MOST_ON_SHEET,
    need: {
      stateError: messages.get('state') ?? '',
      states: stateOptions(query, found.answer.counts),
      payers: payerOptions(query, found.answer.counts),
      lines: lineOptions(wanted),
      q: [wanted.q, wanted.near ?? ''].filter((text) => text !== '').join(' '),
    },
    chosen: candidates.map((candidate, at) => chosenRow(candidate, at, wanted, messages)),
    count: `${candidates.length} of ${MOST_ON_SHEET}`,
    pickError: messages.get('pick') ?? tooMany(candidates.length + wanted.over),
    results: need === null ? null : resultsShown(wanted, need, found, listings),
    ...practiceFields(wanted, messages),
  };
}

export function needOf({ state, payer, line }: Wanted): Need | null {
  return state === null ? null : { state, payer, line };
}

function chosenRow(candidate: Candidate, at: number, wanted: Wanted, messages: Messages) {
  const listing = listingOf(candidate);
  const need = needOf(wanted);
  const refused = messages.get(`pick.${at}`) ?? obstacleOf(candidate, wanted.state);
  return {
    id: `f-pick-${at}`,
    slug: candidate.slug,
    name: nameOf(candidate),
    credentials: listing?.profile.credentials ?? '',
    href: listing === null ? '' : paths.therapist(listing.slug),
    refused,
    caution: cautionOf(candidate, need),
    matches: listing === null || need === null || refused !== '' ? [] : matchLines(listing, need),
  };
}

function resultsShown(
  wanted: Wanted,
  need: Need,
  { answer, pages }: NewSheet['found'],
  listings: NewSheet['listings'],
) {
  const chosen = new Set(wanted.slugs);
  const hits = answer.hits.filter((hit) => listings.has(hit.id) && !chosen.has(hit.slug));
  const { page } = wanted;
  const rows = hits.map((hit) => hitShown(hit, listings.get(hit.id)!, need));
  const rest = rows.slice(SHOWN_AT_ONCE);
  return {
    total: counted(answer.total, 'therapist'),
    none: answer.total === 0,
    beyond: page > pages,
    current: Math.min(page, pages),
    first: rows.slice(0, SHOWN_AT_ONCE),
    rest,
    more: `Show ${rest.length} more`,
    previous: page > 1 ? Math.min(page - 1, pages) : 0,
    next: page < pages ? page + 1 : 0,
    page: `Page ${figure(page)} of ${figure(pages)}`,
    several: pages > 1 || page > 1,
    search: paths.therapists,
  };
}

function hitShown(hit: SearchHit, listing: Listing, need: Need) {
  const { profile } = listing;
  const office = reasonLines(hit.reasons.filter((reason) => reason.kind === 'office'));
  return {
    slug: listing.slug,
    name: profile.name,
    credentials: profile.credentials,
    discipline: disciplineLabels[profile.discipline],
    href: paths.therapist(listing.slug),
    accepting: profile.accepting,
    wait: waitWords(profile),
    scope: scopeWords(profile),
    matches: [...matchLines(listing, need), ...office],
  };
}

function lineOptions({ line }: Wanted): Option[] {
  return lineIds.map((id) => option(id, lines[id].label, undefined, line === id));
}

/** All that is asked in words is the practice's own. */
function practiceFields({ typed }: Wanted, messages: Messages) {
  const make = fieldMaker(typed, messages);
  const labels = (table: Record<string, { label: string }>): Choice[] =>
    Object.entries(table).map(([id, { label }]) => [id, label]);
  const phone = { type: 'tel', maxlength: 40 } as const;
  return {
    practice: make.text('practice', 'Practice', { maxlength: 120, autocomplete: 'organization' }),
    clinician: make.text('clinician', 'Clinician who refers (optional)', { maxlength: 120 }),
    phone: make.text('phone', 'Phone for the therapist', { ...phone, autocomplete: 'tel-national' }),
    fax: make.text('fax', 'Fax (optional)', phone),
    ways: make.ticks('ways', 'How you and the therapist reach each other', labels(coordinationWays)),
    moments: make.ticks('moments', 'When', labels(coordinationMoments)),
    days: make.radios(
      'days',
      'The sheet can be read for',
      sheetDays.map((days) => [String(days), `${days} days`]),
    ),
  };
}
