import { answers } from './answers.js';
import { insurance } from './insurance.js';
import { proof } from './proof.js';
import type { Section } from './section.js';
import { where } from './where.js';
import { who } from './who.js';
import { whom } from './whom.js';

/** The pages of the form in order; "check and send" follows them. */
export const allSections: readonly Section[] = [who, where, insurance, answers, whom, proof];
