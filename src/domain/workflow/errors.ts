import type { z } from 'zod';
import { KnownError } from '../errors.js';
import type { Action } from '../history.js';
import type { Therapist } from '../therapist.js';

/** This person may not do this with the record as it is now. The message says why in one sentence. */
export class NotAllowed extends KnownError {
  override readonly kind = 'not-allowed';
  readonly action: Action;
  constructor(action: Action, message: string) {
    super(message);
    this.action = action;
  }
}

/** Something is missing for what was asked for. The message is one sentence, shown at `field`. */
export class Unmet extends KnownError {
  override readonly kind = 'unmet';
  /** A path in the profile (`authority`), the subject of a finding (`identity`), or a field of the command (`reason`). */
  readonly field: string;
  /** For an incomplete draft: everything in it that is missing or wrong, by path. */
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(field: string, message: string, issues: readonly z.core.$ZodIssue[] = []) {
    super(message);
    this.field = field;
    this.issues = issues;
  }
}

/** The draft changed since it was read, for example in another tab. Carries the record as it is now, to show both. */
export class StaleDraft extends KnownError {
  override readonly kind = 'conflict';
  readonly therapist: Therapist;
  constructor(therapist: Therapist) {
    super('This was changed somewhere else in the meantime.');
    this.therapist = therapist;
  }
}

/** Answers to these questions changed since they were read. Carries the record as it is now, to show both. */
export class StaleAnswers extends KnownError {
  override readonly kind = 'conflict';
  readonly therapist: Therapist;
  readonly fields: readonly string[];
  constructor(therapist: Therapist, fields: readonly string[]) {
    super('This was answered somewhere else in the meantime.');
    this.therapist = therapist;
    this.fields = fields;
  }
}
