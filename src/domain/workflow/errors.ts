import type { z } from 'zod';
import type { Action } from '../history.js';
import type { Therapist } from '../therapist.js';

/** What was asked for is nothing that this person may do with this record as it stands. The message says why in one sentence. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  readonly action: Action;
  constructor(action: Action, message: string) {
    super(message);
    this.action = action;
  }
}

/** Something is missing for what was asked for. The message is one sentence, to stand at `field`. */
export class Unmet extends Error {
  override readonly name = 'Unmet';
  /** A path in the profile (`authority`), the subject of a finding (`identity`), or a field of the command (`reason`). */
  readonly field: string;
  /** Where a draft is not complete: everything that is missing or wrong in it, by path. */
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(field: string, message: string, issues: readonly z.core.$ZodIssue[] = []) {
    super(message);
    this.field = field;
    this.issues = issues;
  }
}

/** The draft was changed since it was read, in another tab perhaps. Carries the record as it is now, to show both. */
export class StaleDraft extends Error {
  override readonly name = 'StaleDraft';
  readonly therapist: Therapist;
  constructor(therapist: Therapist) {
    super('This was changed somewhere else in the meantime.');
    this.therapist = therapist;
  }
}

/** Answers to these questions were changed since they were read. Carries the record as it is now, to show both. */
export class StaleAnswers extends Error {
  override readonly name = 'StaleAnswers';
  readonly therapist: Therapist;
  readonly fields: readonly string[];
  constructor(therapist: Therapist, fields: readonly string[]) {
    super('This was answered somewhere else in the meantime.');
    this.therapist = therapist;
    this.fields = fields;
  }
}
