import type { SeedProfile } from '../../src/demo/seed-therapist.js';
import type { DosePlace, Presence, Scope } from '../../src/domain/questions.js';
import type { DisciplineId } from '../../src/domain/reference/disciplines.js';
import { parts } from './parts.js';
import type { Random } from './random.js';
import type { Where } from './where.js';

export type Session = Pick<
  SeedProfile,
  'scope' | 'presence' | 'dosePlaces' | 'role' | 'integrationWithin72h'
>;

/** Whether and how they are present during a dose: in the room only with an office, by video only with telehealth. */
export function makeSession(random: Random, { offices, telehealth }: Where): Session {
  const integrationWithin72h = random.chance(0.78);
  if (random.chance(0.4))
    return {
      scope: 'preparation-and-integration',
      presence: [],
      dosePlaces: placesElsewhere(random),
      role: null,
      integrationWithin72h,
    };
  const presence = makePresence(random, offices.length > 0, telehealth);
  return {
    scope: 'in-session',
    presence,
    dosePlaces: placesFor(random, presence),
    role: random.weighted(['silent', 'light', 'active'] as const, (role) =>
      role === 'silent' ? 34 : role === 'light' ? 46 : 20,
    ),
    integrationWithin72h,
  };
}

function makePresence(random: Random, hasOffice: boolean, telehealth: boolean): Presence[] {
  const room = hasOffice && (!telehealth || random.chance(0.8));
  const video = telehealth && (!room || random.chance(0.5));
  const phone = telehealth && random.chance(0.22);
  return [
    ...(room ? ['room' as const] : []),
    ...(video ? ['video' as const] : []),
    ...(phone ? ['phone' as const] : []),
  ];
}

function placesFor(random: Random, presence: readonly Presence[]): DosePlace[] {
  const inRoom = presence.includes('room');
  const office = inRoom && random.chance(0.75);
  const clinic = inRoom && (!office || random.chance(0.3));
  const home = presence.some((one) => one !== 'room');
  return [
    ...(home ? ['home' as const] : []),
    ...(office ? ['therapist-office' as const] : []),
    ...(clinic ? ['medical-clinic' as const] : []),
  ];
}

function placesElsewhere(random: Random): DosePlace[] {
  return random.pick<DosePlace[]>([
    ['home'],
    ['medical-clinic'],
    ['home', 'medical-clinic'],
    ['home', 'medical-clinic'],
  ]);
}

/** Most see a few dozen patients a year at most, and fewer if they trained recently. */
export function makeCaseload(random: Random, trainedSince: number, confirmedDaysAgo: number) {
  const most = trainedSince >= 2025 ? 25 : trainedSince >= 2023 ? 70 : 140;
  const none = random.chance(trainedSince >= 2024 ? 0.1 : 0.02);
  const patients = none ? 0 : 2 + Math.round((most - 2) * random.next() ** 1.9);
  return { patients, asOfDaysAgo: confirmedDaysAgo + random.int(0, 25) };
}

/** Whether they are in contact with a prescriber who is another person, so that other answers may mention it. */
export function hasPartner({ withPrescriber, how }: SeedProfile['coordination']): boolean {
  return withPrescriber && !parts.coordination.prescriber.includes(how);
}

/** Answers about the session if they are present, sometimes with the time around it; otherwise about the time around it only. */
export function makeDifficultMaterial(
  random: Random,
  { scope, presence }: Session,
  coordination: SeedProfile['coordination'],
): SeedProfile['difficultMaterial'] {
  const { intenseEmotion, somaticRelease, flashbacks } = parts.difficultMaterial;
  const answer = (texts: typeof intenseEmotion) => {
    const pick = (all: string[]) =>
      random.pick(all.filter((text) => hasPartner(coordination) || !text.includes('prescriber')));
    if (scope !== 'in-session') return pick([...texts.around, ...texts.absent]);
    const own = pick([...texts.anywhere, ...(presence.includes('room') ? texts.room : texts.screen)]);
    return random.chance(0.3) ? `${own} ${pick(texts.around)}` : own;
  };
  return {
    intenseEmotion: answer(intenseEmotion),
    somaticRelease: answer(somaticRelease),
    flashbacks: answer(flashbacks),
  };
}

const prescribers: readonly DisciplineId[] = [
  'psychiatrist',
  'psychiatric-nurse-practitioner',
  'psychiatric-clinical-nurse-specialist',
];

export function makeCoordination(
  random: Random,
  discipline: DisciplineId,
  scope: Scope,
): SeedProfile['coordination'] {
  const { withPrescriber, prescriber, without } = parts.coordination;
  if (prescribers.includes(discipline) && scope === 'in-session' && random.chance(0.8))
    return { withPrescriber: true, how: random.pick(prescriber) };
  if (random.chance(0.12)) return { withPrescriber: false, how: random.pick(without) };
  const two = random.chance(0.35);
  return { withPrescriber: true, how: random.sample(withPrescriber, two ? 2 : 1).join(' ') };
}
