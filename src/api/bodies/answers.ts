import { confirmedOf, type Listing } from '../../domain/listing.js';
import type { QuestionId } from '../../domain/questions.js';
import { programs } from '../../domain/reference/programs.js';
import type { TherapistBody } from '../schemas/therapist.js';
import { findingBody, presenceOf, programLabel } from './facts.js';

/** The five answers, each with what was checked of it. */
export function answersBody(listing: Listing): TherapistBody['answers'] {
  const { profile, findings } = listing;
  const claimed = confirmedOf(listing, 'answers');
  const finding = (id: QuestionId) => findingBody(findings, id, claimed);
  const { intenseEmotion, somaticRelease, flashbacks } = profile.difficultMaterial;
  const { withPrescriber, how } = profile.coordination;
  return {
    training: { completed: profile.training.map(trainingBody), finding: finding('training') },
    caseload: {
      patients: profile.caseload.patients,
      asOf: profile.caseload.asOf,
      finding: finding('caseload'),
    },
    scope: {
      scope: profile.scope,
      presence: presenceOf(profile),
      role: profile.scope === 'in-session' ? profile.role : null,
      dosePlaces: profile.dosePlaces,
      integrationWithin72h: profile.integrationWithin72h,
      finding: finding('scope'),
    },
    'difficult-material': {
      intenseEmotion,
      somaticRelease,
      flashbacks,
      finding: finding('difficult-material'),
    },
    coordination: { withPrescriber, how, finding: finding('coordination') },
  };
}

function trainingBody({ program, award, year, hours, kind, mentor }: Listing['profile']['training'][number]) {
  const caution = programs[program].caution ?? null;
  return { program: programLabel(program), award, year, hours, kind, mentor, caution };
}
