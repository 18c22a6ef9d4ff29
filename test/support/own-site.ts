import { openSite, type Site } from './site.js';
import { aTherapist, type TherapistWish } from './therapist-builder.js';
import type { Visitor } from './visitor.js';

export const ANA = 'ana@practice.example';

/** A therapist with a new, empty application. */
export const anApplicant = (wish: TherapistWish = {}) =>
  aTherapist({ status: 'draft', published: null, draft: null, confirmedAt: null, email: ANA, ...wish });

export interface OwnSite {
  site: Site;
  ana: Visitor;
  /** Ana's record as it is stored. */
  stored(): ReturnType<Site['store']['therapists']['getByEmail']>;
  close(): Promise<void>;
}

/** A site with one therapist, Ana, signed in. */
export async function ownSite(wish: TherapistWish = {}, listed = false): Promise<OwnSite> {
  const site = await openSite({
    therapists: [listed ? aTherapist({ email: ANA, ...wish }) : anApplicant(wish)],
  });
  return {
    site,
    ana: await site.visitor(ANA),
    stored: () => site.store.therapists.getByEmail(ANA),
    close: () => site.close(),
  };
}
