import { PSYPACT_SUBJECT } from '../../domain/authority.js';
import { fieldsOfCheck } from '../../domain/profile-fields.js';
import { questionIds } from '../../domain/questions.js';
import type { Therapist } from '../../domain/therapist.js';
import type { fieldMaker, Typed } from '../../web/fields.js';
import { findPlace, type Pages, pagesOf } from '../places.js';
import { aboutOf, sectionPath } from '../section-form.js';
import { allSections } from '../sections/all.js';

/** The reviewer's questions, each with a box for the answer and a link to its field in the form. */
export function questionsShown(
  therapist: Therapist,
  fields: ReturnType<typeof fieldMaker>,
  typed: Typed,
  open: boolean,
) {
  const seen = (at: number) => typed(`seen.${at}`)[0];
  const pages = pagesOf(aboutOf(therapist, ''));
  return therapist.questions.map(({ field, question, answer }, at) => {
    const place = placeOf(pages, pathOf(field));
    return {
      ...place,
      question,
      answer: answer ?? '',
      about: { name: `about.${at}`, value: field },
      /** The answer that was shown, so that one from another window is not overwritten. */
      seen: { name: `seen.${at}`, value: seen(at) ?? answer ?? '' },
      box: open
        ? fields.area(`answer.${at}`, `Your answer to question ${at + 1}`, { rows: 3, maxlength: 2000 })
        : null,
    };
  });
}

/** Where the form asks for a question's field; the page of proofs for a claim that is gone. */
function placeOf(pages: Pages, subject: string): { label: string; href: string } {
  const place = findPlace(pages, subject);
  const proof = allSections.at(-1)!;
  if (place === null) return { label: proof.title, href: sectionPath(proof) };
  const { section, field, exact } = place;
  return { label: exact ? field.label : field.group, href: sectionPath(section) + field.href };
}

/** The path in the profile for the subject of a finding. */
function pathOf(subject: string): string {
  if (questionIds.some((id) => id === subject)) return fieldsOfCheck(subject)[0]!;
  if (!subject.startsWith('authority:')) return subject;
  return subject === PSYPACT_SUBJECT ? 'psypact' : 'authority';
}
