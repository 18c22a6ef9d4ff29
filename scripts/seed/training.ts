import type { Training } from '../../src/domain/questions.js';
import { type ProgramId, programs } from '../../src/domain/reference/programs.js';
import { parts } from './parts.js';
import type { Random } from './random.js';

/** How often each program is chosen, and the years in which its courses could have been finished. */
const shares: Readonly<Record<ProgramId, { share: number; years: readonly [number, number] }>> = {
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
const programsWithShare = Object.keys(shares) as ProgramId[];

/** One to three trainings, the latest first. */
export function makeTraining(random: Random): Training[] {
  const count = random.weighted([1, 2, 3], (number) => [56, 34, 10][number - 1]!);
  const chosen = new Set<ProgramId>();
  while (chosen.size < count)
    chosen.add(random.weighted(programsWithShare, (program) => shares[program].share));
  return [...chosen].map((program) => makeOne(random, program)).sort((one, other) => other.year - one.year);
}

function makeOne(random: Random, program: ProgramId): Training {
  const year = random.int(...shares[program].years);
  const { awards, kinds } = programs[program];
  const award = random.pick(awards.length > 0 ? awards : parts.trainers.awardsWithoutTitle[program]!);
  return {
    program,
    award,
    year,
    hours: random.chance(0.08) ? null : hoursOf(random, program, year, award),
    kind: random.pick(kinds),
    mentor: mentorOf(random, program),
  };
}

function hoursOf(random: Random, program: ProgramId, year: number, award: string): number {
  // Fluence lengthened its certificate over the years; the shorter cohort at Polaris ends with the lesser award.
  if (program === 'fluence') return year < 2022 ? 75 : year < 2024 ? 125 : 150;
  if (program === 'polaris-insight')
    return award === 'Certificate of Completion' ? random.pick([45, 60]) : random.pick([96, 120]);
  const known = programs[program].hours;
  return random.pick(known.length > 0 ? known : parts.trainers.hours[program]!);
}

function mentorOf(random: Random, program: ProgramId): string | null {
  if (program === 'apprenticeship') return random.pick(parts.trainers.mentors);
  return program === 'other' ? random.pick(parts.trainers.otherPrograms) : null;
}
