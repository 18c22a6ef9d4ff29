import { type Day, daysBetween } from '../../domain/calendar.js';
import { reviewDue } from '../../domain/review-due.js';
import type { Therapist } from '../../domain/therapist.js';
import { isEmail } from '../../domain/workflow/permission.js';
import { dayLabel, daysAgo } from '../../wording/dates.js';
import { isOverdue } from '../queue.js';
import { shortLabel } from './words.js';

/** The status of a case: since when it waits, when it is due, and who claimed it. */
export function standingRows(therapist: Therapist, email: string, today: Day) {
  const { waitingSince, claimedBy, approvedBy, confirmedAt, createdAt } = therapist;
  const rows: [string, string][] = [['E-mail', therapist.email]];
  const due = reviewDue(therapist);
  if (waitingSince !== null && due !== null) {
    rows.push(['Waits since', `${shortLabel(waitingSince)}, ${daysAgo(daysBetween(waitingSince, today))}`]);
    rows.push(['Due', `${dayLabel(due)}${isOverdue(therapist, today) ? ': overdue' : ''}`]);
  }
  if (claimedBy !== null) rows.push(['Claimed by', isEmail(claimedBy, email) ? 'You' : claimedBy]);
  if (approvedBy !== null) rows.push(['First to agree', isEmail(approvedBy, email) ? 'You' : approvedBy]);
  if (confirmedAt !== null) rows.push(['Last confirmed', dayLabel(confirmedAt)]);
  rows.push(['Begun', dayLabel(createdAt)]);
  return rows.map(([label, value]) => ({ label, value }));
}

/** The supervisor of an associate. */
export function supervisorRows({ supervisor }: Therapist) {
  if (supervisor === null) return [];
  const { name, state, license, contact } = supervisor;
  return [
    { label: 'Name', value: name },
    { label: 'License', value: `${license}, ${state}` },
    { label: 'Reached at', value: contact },
  ];
}
