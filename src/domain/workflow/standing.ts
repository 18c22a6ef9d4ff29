import { toDay } from '../calendar.js';
import { type Finding, isVerified } from '../findings.js';
import { freshness } from '../freshness.js';
import { verifiedPermissions } from '../listing.js';
import type { Profile } from '../profile.js';
import type { Therapist } from '../therapist.js';
import { Unmet } from './errors.js';

/** What keeps this from being public, or `null`: an unverified identity, or no verified authority to treat anywhere today. */
export function unlistable(profile: Profile, findings: readonly Finding[], now: Date): Unmet | null {
  if (!isVerified(findings, 'identity'))
    return new Unmet('identity', 'Nobody is listed before their identity is verified.');
  if (verifiedPermissions(profile, findings, toDay(now)).length > 0) return null;
  return new Unmet(
    'authority',
    'Nothing that is verified and valid today lets them treat anybody: verify a license, and see that there is telehealth or an office in its state.',
  );
}

/** @throws Unmet when this may not be public. */
export function assertListable(profile: Profile, findings: readonly Finding[], now: Date): void {
  const unmet = unlistable(profile, findings, now);
  if (unmet !== null) throw unmet;
}

/** @throws Unmet with a message to the therapist when their listing may not come back at present. */
export function assertMayReturn({ published, findings }: Therapist, now: Date): void {
  const unmet = published === null ? null : unlistable(published, findings, now);
  if (unmet?.field === 'identity')
    throw new Unmet('identity', 'We have to verify anew who you are: please write to us.');
  if (published === null || unmet !== null)
    throw new Unmet(
      'authority',
      'No license of yours that we verified is valid today: give the renewed one, and send it to be checked.',
    );
}

/** The status of a listing that comes back: lapsed when day 120 has passed. */
export function statusOnReturn({ confirmedAt }: Therapist, now: Date): 'listed' | 'lapsed' {
  return freshness(confirmedAt, toDay(now)) === 'lapsed' ? 'lapsed' : 'listed';
}
