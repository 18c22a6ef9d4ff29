/** How therapist and prescriber reach each other about a patient they share. */
export const coordinationWays = {
  phone: { label: 'By phone', inLine: 'by phone' },
  fax: { label: 'By fax', inLine: 'by fax' },
  message: {
    label: 'By secure message, through the portal of the practice',
    inLine: 'by secure message through the portal of the practice',
  },
} as const;
export type CoordinationWay = keyof typeof coordinationWays;
export const coordinationWayIds = Object.keys(coordinationWays) as CoordinationWay[];

/** When they do. */
export const coordinationMoments = {
  'first-dose': { label: 'Before the first dose', inLine: 'before the first dose' },
  'each-dose': {
    label: 'After each session, with a short note',
    inLine: 'after each session with a short note',
  },
  change: {
    label: 'When the dose or another medicine changes',
    inLine: 'when the dose or another medicine changes',
  },
  'same-day': {
    label: 'The same day when something notable happens',
    inLine: 'the same day when something notable happens',
  },
} as const;
export type CoordinationMoment = keyof typeof coordinationMoments;
export const coordinationMomentIds = Object.keys(coordinationMoments) as CoordinationMoment[];
