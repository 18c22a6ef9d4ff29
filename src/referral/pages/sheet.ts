import { type Day, toDay } from '../../domain/calendar.js';
import { questionIds } from '../../domain/questions.js';
import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { states } from '../../domain/reference/states.js';
import type { Sheet } from '../../domain/sheet.js';
import { paths } from '../../web/paths.js';
import { dayLabel } from '../../wording/dates.js';
import { counted } from '../../wording/numbers.js';
import { questions } from '../../wording/questions.js';
import type { ReferralDeps } from '../deps.js';
import type { Need } from '../need.js';
import { type OnSheet, peopleOn } from '../on-sheet.js';
import { type Qr, qrOf } from '../qr.js';
import { contactLine } from './contact-line.js';
import { type EntryShown, entryShown } from './people.js';

/** A sheet as it is read today, on screen, on paper and in the file. */
export interface SheetShown {
  title: string;
  heading: string;
  practice: string;
  /** Each way in which the practice is reached. */
  reach: readonly string[];
  need: string;
  people: readonly EntryShown[];
  asks: readonly string[];
  contact: string;
  /** The whole address, as the code and the paper have it. */
  address: string;
  qr: Qr;
  made: string;
  today: string;
  until: string;
  /** Whether a therapist on it is fictional. */
  demo: boolean;
  pdf: string;
  checklist: string;
  card: string;
}

const ROOM = 'Do you have room for a new patient, and does my plan cover your visits?';

export async function sheetShown(sheet: Sheet, token: string, deps: ReferralDeps): Promise<SheetShown> {
  const today: Day = toDay(deps.clock.now());
  const people = await peopleOn(sheet, deps);
  const address = deps.publicOrigin + paths.sheet(token);
  return {
    title: 'Referral for ketamine-assisted psychotherapy',
    heading: `Referral: ${counted(people.length, 'therapist')} for ketamine-assisted psychotherapy`,
    practice: practiceWords(sheet),
    reach: reachOf(sheet),
    need: needWords(sheet),
    people: people.map((entry) => entryShown(entry, sheet, today)),
    asks: [ROOM, ...questionIds.map((id) => questions[id].ask)],
    contact: contactLine(sheet.contact),
    address,
    qr: await qrOf(address),
    made: dayLabel(sheet.createdAt),
    today: dayLabel(today),
    until: dayLabel(sheet.endsAt),
    demo: people.some(isFictional),
    pdf: paths.sheetPdf(token),
    checklist: paths.checklist,
    card: paths.coordinationCard,
  };
}

const isFictional = (entry: OnSheet): boolean =>
  entry.here ? entry.listing.demo : (entry.substitute?.listing.demo ?? false);

function practiceWords({ practice: { name, clinician } }: Sheet): string {
  return clinician === null ? name : `${clinician}, ${name}`;
}

function reachOf({ practice: { phone, fax } }: Sheet): string[] {
  return [`Phone ${phone}`, ...(fax === null ? [] : [`Fax ${fax}`])];
}

/** "New Jersey · Horizon BCBSNJ · Commercial (through an employer)". */
export function needWords({ state, payer, line }: Need): string {
  const plan = [payer === null ? '' : payers[payer].name, line === null ? '' : lines[line].label];
  return [states[state].name, ...plan].filter((words) => words !== '').join(' · ');
}
