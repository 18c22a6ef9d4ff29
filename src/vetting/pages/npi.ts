import type { Day } from '../../domain/calendar.js';
import { isNpi } from '../../domain/npi.js';
import type { Therapist } from '../../domain/therapist.js';
import { allowedActions } from '../../domain/workflow/permission.js';
import { addresses } from '../addresses.js';
import { fingerprint, panelFrom } from '../findings-form.js';
import type { RegistryAnswer } from '../npi-registry.js';
import { compareWithRegistry } from '../registry-comparison.js';
import { caseOf } from '../subject.js';
import { nameOf } from './words.js';

interface NpiShown {
  therapist: Therapist;
  npi: string;
  answer: RegistryAnswer;
  email: string;
  formToken: string;
  today: Day;
}

/** The registry's entry beside the therapist's claims, with a button to file the finding. */
export function npiPage({ therapist, npi, answer, email, formToken, today }: NpiShown) {
  const theCase = caseOf(therapist);
  const compared = answer.kind === 'found' ? compareWithRegistry(theCase.profile, answer.entry) : [];
  const words = { true: 'agrees', false: 'differs', null: 'says nothing', nearly: 'nearly agrees' };
  const { was } = panelFrom('identity', theCase.findings, today);
  const agrees =
    compared.some(({ agrees: same }) => same === true) &&
    compared.every(({ agrees: same }) => same === true || same === null);
  return {
    name: nameOf(therapist),
    npi,
    checks: isNpi(npi),
    back: addresses.one(therapist.id),
    failed: answer.kind === 'failed' ? answer.why : '',
    nobody: answer.kind === 'nobody',
    updated: answer.kind === 'found' ? (answer.entry.updated ?? '') : '',
    credential: answer.kind === 'found' ? (answer.entry.credential ?? '') : '',
    rows: compared.map(({ label, ours, theirs, agrees: same }) => ({
      label,
      ours,
      theirs,
      verdict: words[String(same) as keyof typeof words],
      same: same === true,
      differs: same === false,
    })),
    again: addresses.npi(therapist.id),
    // The button is there only when everything agrees. Otherwise the reviewer files it in the panel.
    file:
      agrees && allowedActions(therapist, 'reviewer', email).includes('recheck')
        ? {
            action: addresses.findings(therapist.id),
            formToken,
            draftRevision: String(therapist.draftRevision),
            on: today,
            was: was ?? fingerprint(null),
          }
        : null,
  };
}
