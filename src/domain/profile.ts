import { z } from 'zod';
import { mayHold } from './authority.js';
import { fieldSchemas, profileFields } from './profile-fields.js';
import { disciplines } from './reference/disciplines.js';

export { type Office, officeSchema } from './profile-fields/where.js';
export { type Section, sections } from './profile-fields.js';

/** Everything a patient reads about a therapist: the fields of the catalogue, and the rules between them. */
export const profileSchema = z.strictObject(fieldSchemas).superRefine((profile, context) => {
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (profile.authority.length === 0)
    say(['authority'], 'Give at least one license, registration or privilege.');
  if (profile.offices.length === 0 && !profile.telehealth)
    say(['offices'], 'Give an office, or offer telehealth: otherwise nobody can be treated.');
  if (profile.psypact !== null && !disciplines[profile.discipline].psypactEligible)
    say(['psypact'], 'PSYPACT is for psychologists only.');
  profile.authority.forEach((held, index) => {
    if (!mayHold(profile.discipline, held))
      say(['authority', index, 'basis'], 'This state does not grant that to this discipline.');
  });
  if (profile.scope === 'in-session' && (profile.presence.length === 0 || profile.role === null))
    say(['presence'], 'Say how you are present during a session, and in which role.');
});
export type Profile = z.infer<typeof profileSchema>;

export const caseloadSchema = profileFields.caseload.schema;
