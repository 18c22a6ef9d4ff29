import type { Training } from '../../src/domain/five-questions.js';
import { type ProgrammeId, programmes } from '../../src/domain/reference/programmes.js';
import { parts } from './parts.js';
import type { Random } from './random.js';

/** How often each programme is chosen, and the years in which its courses could have been finished. */
const shares: Readonly<Record<ProgrammeId, { share: number; years: readonly [number, number] }>> = {
  fluence: { share: 18, years: [2020, 2025] },
  'polaris-insight': { share: 12, years: [2018, 2025] },
  maps: { share: 6, years: [2015, 2023] },
  ciis: { share: 8, years: [2016, 2025] },
  naropa: { share: 5, years: [2022, 2025] },
  ipi: { share: 13, years: [2020, 2025] },
  'journey-clinical': { share: 9, years: [2021, 2025] },
  prati: { share: 8, years: [2018, 2025] },
  'ketamine-training-center': { share: 7, years: [2017, 2024] },
  'yale-framework': { share: 2, years: [2022, 2025] },
  'sage-institute': { share: 3, years: [2019, 2024] },
  'living-medicine-institute': { share: 3, years: [2021, 2025] },
  onca: { share: 2, years: [2021, 2025] },
  apprenticeship: { share: 6, years: [2016, 2025] },
  other: { share: 3, years: [2018, 2025] },
};
const programmesWithShare = Object.keys(shares) as ProgrammeId[];

/** One to three trainings, the latest first. */
export function makeTraining(random: Random): Training[] {
  const count = random.weighted([1, 2, 3], (number) => [56, 34, 10][number - 1]!);
  const chosen = new Set<ProgrammeId>();
  while (chosen.size < count)
    chosen.add(random.weighted(programmesWithShare, (programme) => shares[programme].share));
  return [...chosen]
    .map((programme) => makeOne(random, programme))
    .sort((one, other) => other.year - one.year);
}

function makeOne(random: Random, programme: ProgrammeId): Training {
  const year = random.int(...shares[programme].years);
  const { awards, kinds } = programmes[programme];
  const award = random.pick(awards.length > 0 ? awards : parts.trainers.awardsWithoutTitle[programme]!);
  return {
    programme,
    award,
    year,
    hours: random.chance(0.08) ? null : hoursOf(random, programme, year, award),
    kind: random.pick(kinds),
    mentor: mentorOf(random, programme),
  };
}

function hoursOf(random: Random, programme: ProgrammeId, year: number, award: string): number {
  // Fluence lengthened its certificate over the years; the shorter cohort at Polaris ends with the lesser award.
  if (programme === 'fluence') return year < 2022 ? 75 : year < 2024 ? 125 : 150;
  if (programme === 'polaris-insight')
    return award === 'Certificate of Completion' ? random.pick([45, 60]) : random.pick([96, 120]);
  const known = programmes[programme].hours;
  return random.pick(known.length > 0 ? known : parts.trainers.hours[programme]!);
}

function mentorOf(random: Random, programme: ProgrammeId): string | null {
  if (programme === 'apprenticeship') return random.pick(parts.trainers.mentors);
  return programme === 'other' ? random.pick(parts.trainers.otherProgrammes) : null;
}
