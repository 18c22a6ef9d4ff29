import { reviewers } from '../../src/storage/kinds.js';
import type { Site } from './site.js';
import { at, TODAY } from './therapist-builder.js';

/** A reviewer, signed in with their own browser. */
export async function aReviewer(site: Site, email = 'rita@review.example') {
  const kept = site.store.records(reviewers);
  if ((await kept.get(email)) === null) await kept.insert({ id: email, revision: 1, createdAt: at(TODAY) });
  return site.visitor(email);
}
