import type { Instant } from '../../domain/calendar.js';
import { type Profile, type Section, sections } from '../../domain/profile.js';
import { sectionOf } from '../../domain/profile-fields.js';
import { disciplines } from '../../domain/reference/disciplines.js';
import { focuses } from '../../domain/reference/focuses.js';
import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { programs } from '../../domain/reference/programs.js';
import type { Therapist } from '../../domain/therapist.js';
import { paths } from '../../web/paths.js';
import { dayLabel } from '../../wording/dates.js';
import { factWords } from '../../wording/facts.js';
import { inSentence, listed } from '../../wording/lists.js';
import { counted, dollars } from '../../wording/numbers.js';
import { questionCount } from '../../wording/questions.js';
import { saysYes, type YesNoPath, yesNoPaths } from '../../wording/yes-no.js';

export interface Fact {
  label: string;
  says: readonly string[];
  asOf: string;
  /** Where it is changed. */
  href: string;
}

/** What a listing says in short, each section with the day on which the therapist last confirmed it. */
export function factsOf({ published, confirmedAt, changedAt }: Therapist): Fact[] {
  if (published === null) return [];
  return sections.map((section) => {
    const { page, label, says } = summaries[section];
    return {
      label,
      says: [...says(published), ...plainAnswers(section, published)],
      asOf: asOf(confirmedAt, changedAt[section]),
      href: paths.practicePage(page),
    };
  });
}

function asOf(confirmedAt: Instant | null, changedAt: Instant | undefined): string {
  const last = [confirmedAt, changedAt].filter((at) => typeof at === 'string').sort();
  return last.length === 0 ? '' : dayLabel(last.at(-1)!);
}

interface Summary {
  /** The page of the form that asks for it. */
  page: string;
  label: string;
  says(profile: Profile): string[];
}

/** The yes/no facts that a summary says in words of its own. */
const saidAbove: readonly YesNoPath[] = ['telehealth', 'accepting'];

/** The other yes/no facts of a section, so that nobody confirms what they do not read. */
function plainAnswers(section: Section, profile: Profile): string[] {
  return yesNoPaths
    .filter((path) => !path.includes('.') && sectionOf(path) === section && !saidAbove.includes(path))
    .map((path) => `${factWords[path].label}: ${saysYes(profile, path) ? 'yes' : 'no'}`);
}

/** Each section of a profile in short. */
const summaries: Readonly<Record<Section, Summary>> = {
  who: {
    page: 'who',
    label: 'You and how to reach you',
    says: ({ name, credentials, discipline, contact }) => [
      `${name}, ${credentials}: ${inSentence(disciplines[discipline].label)}`,
      ...[contact.phone, contact.email, contact.web].filter((way) => way !== null),
    ],
  },
  where: {
    page: 'where',
    label: 'Licenses and offices',
    says: ({ authority, psypact, offices, telehealth }) => [
      ...authority.map(
        ({ state, type, expiresOn }) => `${state} ${type}, valid until ${dayLabel(expiresOn)}`,
      ),
      ...(psypact === null ? [] : [`PSYPACT, valid until ${dayLabel(psypact.expiresOn)}`]),
      ...offices.map(({ city, state, zip }) => `Office in ${city}, ${state} ${zip}`),
      telehealth ? 'Telehealth' : 'No telehealth',
    ],
  },
  insurance: {
    page: 'insurance',
    label: 'Insurance',
    says: ({ coverage }) =>
      coverage.length === 0
        ? ['None']
        : coverage.map(({ state, payer, line }) => `${state}: ${payers[payer].short}, ${lines[line].short}`),
  },
  fees: {
    page: 'insurance',
    label: 'Fees',
    says: ({ fees: { hourly, packagePerSession } }) => [
      hourly === null ? 'No hourly fee given' : `${dollars(hourly)} for an hour`,
      packagePerSession === null ? 'No package given' : `${dollars(packagePerSession)} package for a session`,
    ],
  },
  answers: {
    page: 'answers',
    label: `The ${questionCount} answers`,
    says: ({ training, caseload, scope }) => [
      listed([...new Set(training.map(({ program }) => programs[program].short))]),
      `${counted(caseload.patients, 'KAP patient')} in the twelve months before ${dayLabel(caseload.asOf)}`,
      scope === 'in-session' ? 'With the patient during the session' : 'Preparation and integration only',
    ],
  },
  whom: {
    page: 'whom',
    label: 'Whom you work with',
    says: ({ focus, accepting, waitWeeks }) => [
      accepting ? 'Taking new patients' : 'Not taking new patients',
      ...(waitWeeks === null ? [] : [`Usual wait: ${counted(waitWeeks, 'week')}`]),
      listed(focus.map((id) => focuses[id].label)),
    ],
  },
};
