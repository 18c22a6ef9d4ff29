import type { Reviewer } from '../domain/account.js';
import type { Therapist } from '../domain/therapist.js';

/** Who may call a route. `either` is anyone, known where they are signed in; `signed-in` is a therapist or a reviewer. */
export type Access = 'anyone' | 'either' | 'signed-in' | 'therapist' | 'reviewer';

/** Somebody signed in, with what the records say of them at this request. */
export interface Person {
  email: string;
  sessionId: string;
  /** Every form on their pages sends it along as `_token`: it shows that the form is ours. */
  formToken: string;
  therapist: Therapist | null;
  reviewer: Reviewer | null;
}

/** Who calls. `address` is the network address, for limits alone: it is neither logged nor stored. */
export interface Visit<A extends Access = Access> {
  address: string;
  person: PersonFor<A>;
}

type PersonFor<A extends Access> = A extends 'therapist'
  ? Person & { therapist: Therapist }
  : A extends 'reviewer'
    ? Person & { reviewer: Reviewer }
    : A extends 'signed-in'
      ? Person
      : A extends 'either'
        ? Person | null
        : null;

/** Finds who is signed in. */
export interface Sessions {
  /** The person of the session whose secret the cookie holds; `null` when it has ended, or nobody is left. */
  find(secret: string): Promise<Person | null>;
}

/** Whether the person may call a route with that access. */
export function mayCall(access: Access, person: Person | null): boolean {
  if (access === 'anyone' || access === 'either') return true;
  if (person === null) return false;
  if (access === 'therapist') return person.therapist !== null;
  return access === 'reviewer' ? person.reviewer !== null : true;
}
