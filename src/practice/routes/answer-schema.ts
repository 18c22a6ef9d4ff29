import { paragraphs } from '../../domain/text.js';

/** What a therapist answers, to a reviewer or about a report. */
export const answerSchema = paragraphs(2000);
