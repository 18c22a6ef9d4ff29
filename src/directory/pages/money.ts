import { COURSE, estimateCourse } from '../../domain/fees.js';
import type { Listing } from '../../domain/listing.js';
import { confirmedOf } from '../../domain/listing.js';
import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { states } from '../../domain/reference/states.js';
import { dayLabel } from '../../wording/dates.js';
import { feesAlso, rangeWords } from '../../wording/fees.js';
import { coveredPartLabels } from '../../wording/labels.js';
import { dollars } from '../../wording/numbers.js';

/** Which insurance is taken in which state, and for which part of the work. */
export function coverageShown(listing: Listing) {
  const allowed = new Set(listing.permissions.map((permission) => permission.state));
  const rows = listing.profile.coverage
    .filter((covered) => allowed.has(covered.state))
    .map((covered) => ({
      state: states[covered.state].name,
      payer: payers[covered.payer].name,
      line: lines[covered.line].label,
      covers: coveredPartLabels[covered.covers],
      managedBy: payers[covered.payer].behavioralHealth ?? '',
    }))
    .sort((a, b) => a.state.localeCompare(b.state) || a.payer.localeCompare(b.payer));
  return { rows, asOf: dayLabel(confirmedOf(listing, 'insurance')) };
}

/** Fees and the two ways through a course, each as a range with what it assumes. */
export function feesShown(listing: Listing) {
  const { fees } = listing.profile;
  const { full, hybrid } = estimateCourse(fees);
  const inSession = listing.profile.scope === 'in-session';
  return {
    hourly: fees.hourly === null ? '' : `${dollars(fees.hourly)} an hour`,
    package:
      fees.packagePerSession === null ? '' : `${dollars(fees.packagePerSession)} for each medication session`,
    notGiven: fees.hourly === null && fees.packagePerSession === null,
    also: feesAlso(listing.profile),
    full: inSession ? rangeWords(full) : '',
    hybrid: rangeWords(hybrid),
    sessions: `${COURSE.sessions[0]} to ${COURSE.sessions[1]}`,
    preparations: `${COURSE.preparations[0]} to ${COURSE.preparations[1]}`,
    asOf: dayLabel(confirmedOf(listing, 'fees')),
  };
}
