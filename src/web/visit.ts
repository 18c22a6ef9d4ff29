import type { Reviewer } from '../domain/account.js';
import type { Therapist } from '../domain/therapist.js';

/** Who may call a route. `either` is anyone, known where they are signed in; `signed-in` is a therapist or a reviewer. */
export type Access = 'anyone' | 'either' | 'signed-in' | 'therapist' | 'reviewer';

/** A person who is signed in, with what the records say of them at this request. */
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
  person: PersonFor[A];
}

interface PersonFor {
  anyone: null;
  either: Person | null;
  'signed-in': Person;
  therapist: Person & { therapist: Therapist };
  reviewer: Person & { reviewer: Reviewer };
}

/** Finds the person who is signed in. */
export interface Sessions {
  /** The person of the session whose secret the cookie holds; `null` when the session has ended or the person has left. */
  find(secret: string): Promise<Person | null>;
}

/** Whether the person may call a route with that access. */
export function mayCall(access: Access, person: Person | null): boolean {
  if (access === 'anyone' || access === 'either') return true;
  if (person === null) return false;
  if (access === 'therapist') return person.therapist !== null;
  return access === 'reviewer' ? person.reviewer !== null : true;
}

/** {@link mayCall}, for the compiler: the visit then has the person that such a route promises its handler. */
export function isVisitFor<A extends Access>(access: A, visit: Visit): visit is Visit<A> {
  return mayCall(access, visit.person);
}
