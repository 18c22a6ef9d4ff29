/**
 * What a therapist works with. A focus is what they say they do: it claims nothing about how well KAP works for it.
 * The first five are where KAP has its strongest case.
 */
export const focusIds = [
  'treatment-resistant-depression',
  'ptsd',
  'complex-ptsd',
  'treatment-resistant-anxiety',
  'chronic-pain',
  'bipolar-depression',
  'eating-disorders',
  'existential-distress',
  'grief',
  'ocd',
  'postpartum-depression',
  'relationship-trauma',
  'substance-use-recovery',
] as const;

export type FocusId = (typeof focusIds)[number];

export interface Focus {
  readonly id: FocusId;
  readonly label: string;
}

const labels: Readonly<Record<FocusId, string>> = {
  'treatment-resistant-depression': 'Treatment-resistant depression',
  ptsd: 'Post-traumatic stress (PTSD)',
  'complex-ptsd': 'Complex or long-standing PTSD',
  'treatment-resistant-anxiety': 'Treatment-resistant anxiety',
  'chronic-pain': 'Chronic pain',
  'bipolar-depression': 'Bipolar depression',
  'eating-disorders': 'Eating disorders',
  'existential-distress': 'Distress about illness and dying',
  grief: 'Grief and loss',
  ocd: 'Obsessive-compulsive disorder (OCD)',
  'postpartum-depression': 'Postpartum depression',
  'relationship-trauma': 'Trauma in relationships',
  'substance-use-recovery': 'Recovery from substance use',
};

export const focuses = Object.fromEntries(focusIds.map((id) => [id, { id, label: labels[id] }])) as Readonly<
  Record<FocusId, Focus>
>;
