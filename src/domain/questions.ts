import { z } from 'zod';
import { choice, whole } from './fields.js';
import { programIds, trainingKinds } from './reference/programs.js';
import { line } from './text.js';

/** The questions that a patient should ask a KAP therapist, in the order in which pages show them. */
export const questionIds = ['training', 'caseload', 'scope', 'difficult-material', 'coordination'] as const;
export type QuestionId = (typeof questionIds)[number];

const YEAR = 'Give the year in four digits, from 1990 on.';

/** 1. Which KAP training was completed. */
export const trainingSchema = z.strictObject({
  program: choice(programIds),
  award: line(120),
  year: z.number(YEAR).int(YEAR).min(1990, YEAR).max(2100, YEAR),
  hours: whole(1, 2000).nullable(),
  kind: choice(trainingKinds),
  /** The named clinician of an apprenticeship, or the named program where it is not on the list. */
  mentor: line(120).nullable(),
});
export type Training = z.infer<typeof trainingSchema>;

/** 3. Whether the therapist is there while the medicine works. Both are valid; the patient must know which. */
export const scopes = ['in-session', 'preparation-and-integration'] as const;
export type Scope = (typeof scopes)[number];
/** How the therapist is present during a dose. */
export const presences = ['room', 'video', 'phone'] as const;
export type Presence = (typeof presences)[number];
/** Where the dose is taken. */
export const dosePlaces = ['home', 'therapist-office', 'medical-clinic'] as const;
export type DosePlace = (typeof dosePlaces)[number];
/** What the therapist does during a dose. */
export const roles = ['silent', 'light', 'active'] as const;
export type Role = (typeof roles)[number];
