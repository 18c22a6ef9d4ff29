/** Age groups that a therapist treats. The spans are our own convention; younger children are not offered as a choice. */
export const ageIds = ['adolescents', 'adults', 'older-adults'] as const;

export type AgeId = (typeof ageIds)[number];

export interface Age {
  readonly id: AgeId;
  readonly label: string;
  /** The years of age. */
  readonly years: string;
}

export const ages: Readonly<Record<AgeId, Age>> = {
  adolescents: { id: 'adolescents', label: 'Adolescents', years: '13 to 17' },
  adults: { id: 'adults', label: 'Adults', years: '18 to 64' },
  'older-adults': { id: 'older-adults', label: 'Older adults', years: '65 and over' },
};
