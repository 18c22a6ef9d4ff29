/** What a training was made of. We distinguish the three because hours of lectures are not practice. */
export const trainingKinds = ['didactic', 'experiential', 'supervised-practice'] as const;

export type TrainingKind = (typeof trainingKinds)[number];

export const programIds = [
  'fluence',
  'polaris-insight',
  'maps',
  'ciis',
  'naropa',
  'ipi',
  'journey-clinical',
  'prati',
  'ketamine-training-center',
  'yale-framework',
  'sage-institute',
  'living-medicine-institute',
  'onca',
  'apprenticeship',
  'other',
] as const;

export type ProgramId = (typeof programIds)[number];

export interface Program {
  readonly id: ProgramId;
  readonly name: string;
  readonly short: string;
  /** What a graduate is given, as titled; empty where no award is known to us. */
  readonly awards: readonly string[];
  /** Known lengths in hours; they change by year. Empty where no length is known. */
  readonly hours: readonly number[];
  readonly kinds: readonly TrainingKind[];
  /** Said beside the name wherever the program is shown. */
  /** What a person who fills in or checks a form should know. */
  readonly note?: string;
  /** What a patient should know beside it, always shown with it. */
  readonly caution?: string;
  /** A school awards something. A framework, an apprenticeship and "other" do not. */
  readonly isSchool: boolean;
  /** Lower-case words people type. */
  readonly aliases: readonly string[];
}

type ProgramFacts = Omit<Program, 'id'>;

const allKinds: readonly TrainingKind[] = trainingKinds;
const taughtAndFelt: readonly TrainingKind[] = ['didactic', 'experiential'];

/** Awards and hours are as stated by the schools; `kinds` is best knowledge where the school is silent: (verify). */
const facts: Readonly<Record<ProgramId, ProgramFacts>> = {
  fluence: {
    name: 'Fluence',
    short: 'Fluence',
    awards: ['Postgraduate Certificate in Ketamine-Assisted Psychotherapy'],
    hours: [75, 125, 150],
    kinds: allKinds,
    note: 'The length has changed by year.',
    isSchool: true,
    aliases: ['fluence', 'fluence training'],
  },
  'polaris-insight': {
    name: 'Polaris Insight Center',
    short: 'Polaris Insight',
    awards: ['KAP Practitioner Training Certificate', 'Certificate of Completion'],
    hours: [],
    kinds: allKinds,
    note: 'The practitioner certificate adds consultation (24 hours in a group, 12 alone) and at least 18 KAP sessions with 3 or more clients; the Certificate of Completion stands for a shorter cohort.',
    isSchool: true,
    aliases: ['polaris', 'polaris insight'],
  },
  maps: {
    name: 'MAPS MDMA-assisted therapy training (now Lykos)',
    short: 'MAPS (MDMA)',
    awards: [],
    hours: [],
    kinds: taughtAndFelt,
    caution: 'Training for MDMA-assisted therapy, not for ketamine; now run by Lykos.',
    isSchool: true,
    aliases: ['maps', 'lykos', 'maps mdma', 'mdma-assisted therapy training'],
  },
  ciis: {
    name: 'California Institute of Integral Studies',
    short: 'CIIS',
    awards: ['Certificate in Psychedelic-Assisted Therapies and Research'],
    hours: [150],
    kinds: taughtAndFelt,
    isSchool: true,
    aliases: ['ciis', 'integral studies'],
  },
  naropa: {
    name: 'Naropa University',
    short: 'Naropa',
    awards: ['Certificate in Psychedelic-Assisted Therapies'],
    hours: [],
    kinds: taughtAndFelt,
    isSchool: true,
    aliases: ['naropa'],
  },
  ipi: {
    name: 'Integrative Psychiatry Institute',
    short: 'IPI',
    awards: [],
    hours: [],
    kinds: taughtAndFelt,
    isSchool: true,
    aliases: ['ipi', 'integrative psychiatry'],
  },
  'journey-clinical': {
    name: 'Journey Clinical KAP didactic (with IPI)',
    short: 'Journey Clinical',
    awards: [],
    hours: [6],
    kinds: ['didactic'],
    note: 'About 6 hours of lectures.',
    isSchool: true,
    aliases: ['journey clinical'],
  },
  prati: {
    name: 'PRATI (Psychedelic Research and Training Institute)',
    short: 'PRATI',
    awards: [],
    hours: [],
    kinds: taughtAndFelt,
    isSchool: true,
    aliases: ['prati', 'psychedelic research and training institute'],
  },
  'ketamine-training-center': {
    name: 'Ketamine Training Center (Wolfson)',
    short: 'Ketamine Training Center',
    awards: [],
    hours: [],
    kinds: taughtAndFelt,
    isSchool: true,
    aliases: ['ketamine training center', 'ktc'],
  },
  'yale-framework': {
    name: 'Yale KAP framework',
    short: 'Yale framework',
    awards: [],
    hours: [],
    kinds: ['didactic'],
    caution: 'A framework that therapists are trained in, not a school: Yale awards nothing for it.',
    isSchool: false,
    aliases: ['yale', 'yale framework', 'yale kap'],
  },
  'sage-institute': {
    name: 'Sage Institute',
    short: 'Sage Institute',
    awards: [],
    hours: [],
    kinds: allKinds,
    isSchool: true,
    aliases: ['sage institute'],
  },
  'living-medicine-institute': {
    name: 'Living Medicine Institute',
    short: 'Living Medicine',
    awards: [],
    hours: [],
    kinds: taughtAndFelt,
    isSchool: true,
    aliases: ['living medicine', 'living medicine institute'],
  },
  onca: {
    name: 'Onca',
    short: 'Onca',
    awards: [],
    hours: [],
    kinds: taughtAndFelt,
    isSchool: true,
    aliases: ['onca'],
  },
  apprenticeship: {
    name: 'Apprenticeship under a named clinician',
    short: 'Apprenticeship',
    awards: [],
    hours: [],
    kinds: ['supervised-practice'],
    note: 'The mentor is named.',
    isSchool: false,
    aliases: ['apprenticeship', 'mentorship'],
  },
  other: {
    name: 'Another program, named by the therapist',
    short: 'Other',
    awards: [],
    hours: [],
    kinds: allKinds,
    isSchool: false,
    aliases: [],
  },
};

export const programs = Object.fromEntries(
  programIds.map((id) => [id, { id, ...facts[id] }]),
) as unknown as Readonly<Record<ProgramId, Program>>;
