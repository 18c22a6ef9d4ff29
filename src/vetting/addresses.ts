import { paths } from '../web/paths.js';

/** Every address for reviewers about one therapist. */
export const addresses = {
  one: paths.reviewOne,
  history: (id: string) => `${paths.review}/${id}/history`,
  npi: (id: string) => `${paths.review}/${id}/npi`,
  claim: (id: string) => `${paths.review}/${id}/claim`,
  release: (id: string) => `${paths.review}/${id}/release`,
  findings: (id: string) => `${paths.review}/${id}/findings`,
  decide: (id: string, decision: string) => `${paths.review}/${id}/decide/${decision}`,
  correct: (id: string) => `${paths.review}/${id}/correct`,
} as const;

/** The queue, with a notice of what was just done to a therapist's record. */
export const doneAddress = (done: string, id: string) =>
  `${paths.review}?${new URLSearchParams({ done, about: id })}`;
