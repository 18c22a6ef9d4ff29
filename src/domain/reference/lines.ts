/** Lines of business: one payer has several networks, which the line distinguishes. */
export const lineIds = [
  'commercial',
  'marketplace',
  'original-medicare',
  'medicare-advantage',
  'medicaid',
  'tricare',
] as const;

export type LineId = (typeof lineIds)[number];

export interface Line {
  readonly id: LineId;
  readonly label: string;
  readonly short: string;
  /** Lower-case words people type. Some also name a payer ("medicaid"): there the payer is meant first. */
  readonly aliases: readonly string[];
}

export const lines: Readonly<Record<LineId, Line>> = {
  commercial: {
    id: 'commercial',
    label: 'Commercial (through an employer)',
    short: 'commercial',
    aliases: ['commercial', 'employer plan', 'employer insurance', 'group plan', 'through work'],
  },
  marketplace: {
    id: 'marketplace',
    label: 'Marketplace (bought by oneself)',
    short: 'marketplace',
    aliases: ['marketplace', 'aca', 'affordable care act', 'obamacare', 'health exchange', 'individual plan'],
  },
  'original-medicare': {
    id: 'original-medicare',
    label: 'Original Medicare',
    short: 'Medicare',
    aliases: ['original medicare', 'traditional medicare', 'medicare part b'],
  },
  'medicare-advantage': {
    id: 'medicare-advantage',
    label: 'Medicare Advantage',
    short: 'Medicare Advantage',
    aliases: ['medicare advantage', 'medicare part c', 'part c'],
  },
  medicaid: {
    id: 'medicaid',
    label: 'Medicaid',
    short: 'Medicaid',
    aliases: ['medicaid', 'managed medicaid'],
  },
  tricare: { id: 'tricare', label: 'TRICARE', short: 'TRICARE', aliases: ['tricare', 'tri care'] },
};
