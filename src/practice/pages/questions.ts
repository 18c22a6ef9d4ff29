import { PSYPACT_SUBJECT } from '../../domain/authority.js';
import type { Therapist } from '../../domain/therapist.js';
import type { fieldMaker, Typed } from '../../web/fields.js';
import { findPlace, type Pages, pagesOf } from '../places.js';
import { aboutOf, sectionPath } from '../section-form.js';
import { allSections } from '../sections/all.js';

/** The reviewer's questions, each with a box for the answer and the place in the form that it is about. */
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
      /** The answer that was seen, so that one given in another window is not written over. */
      seen: { name: `seen.${at}`, value: seen(at) ?? answer ?? '' },
      box: open
        ? fields.area(`answer.${at}`, `Your answer to question ${at + 1}`, { rows: 3, maxlength: 2000 })
        : null,
    };
  });
}

/** Where a question's field is asked for; of a claim that is gone, where proof is given. */
function placeOf(pages: Pages, subject: string): { label: string; href: string } {
  const place = findPlace(pages, subject);
  const proof = allSections.at(-1)!;
  if (place === null) return { label: proof.title, href: sectionPath(proof) };
  const { section, field, exact } = place;
  return { label: exact ? field.label : field.group, href: sectionPath(section) + field.href };
}

/** The subject of a finding as the path in the profile that it is about. */
function pathOf(subject: string): string {
  if (subject === 'difficult-material') return 'difficultMaterial';
  if (!subject.startsWith('authority:')) return subject;
  return subject === PSYPACT_SUBJECT ? 'psypact' : 'authority';
}
