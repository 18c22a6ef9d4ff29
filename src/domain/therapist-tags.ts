import { fold } from './text.js';
import type { Therapist } from './therapist.js';

/** Waits for a reviewer, claimed or not. */
export const QUEUE_TAG = 'queue';
export const statusTag = (status: string) => `status:${status}`;
export const npiTag = (npi: string) => `npi:${npi}`;
export const licenseTag = (state: string, number: string) => `license:${licenseKey(state, number)}`;
/** A license by state and number, however the number is written. */
export const licenseKey = (state: string, number: string) =>
  `${state}:${fold(number).replace(/[^a-z0-9]/g, '')}`;
/** The last word of the name and the initial of the first, in one state. Similar names are searched among these. */
export const nameTag = (state: string, name: string) => keyTag(state, nameKey(name));
const keyTag = (state: string, key: string) => `name:${state}:${key}`;

function nameKey(name: string): string {
  const words = fold(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return `${words.at(-1) ?? ''}-${words[0]?.[0] ?? ''}`;
}

/**
 * The secondary keys under which the store finds a record. Stored rows get new tags only when they are written, so a change here
 * needs a step in `storage/record-versions.ts`.
 */
export function tagsOf(therapist: Therapist): string[] {
  const tags = new Set([statusTag(therapist.status)]);
  if (therapist.waitingSince !== null) tags.add(QUEUE_TAG);
  for (const profile of [therapist.published, therapist.draft]) {
    if (profile?.npi) tags.add(npiTag(profile.npi));
    const name = profile?.name ? nameKey(profile.name) : null;
    for (const { state, number } of profile?.authority ?? []) {
      tags.add(licenseTag(state, number));
      if (name !== null) tags.add(keyTag(state, name));
    }
  }
  return [...tags];
}

/** The moment by which records with the same tag are ordered. */
export const taggedAt = (therapist: Therapist) => therapist.waitingSince ?? therapist.createdAt;
