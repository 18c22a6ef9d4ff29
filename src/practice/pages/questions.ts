import type { Therapist } from '../../domain/therapist.js';
import type { fieldMaker } from '../../web/fields.js';
import { questions as fiveQuestions } from '../../web/labels.js';
import { aboutOf, fieldsOf, sectionPath } from '../section-form.js';
import { allSections } from '../sections/all.js';

/** The reviewer's questions, each with a box for the answer and the place in the form that it is about. */
export function questionsShown(therapist: Therapist, fields: ReturnType<typeof fieldMaker>, open: boolean) {
  return therapist.questions.map(({ field, question, answer }, at) => {
    const place = placeOf(therapist, field);
    return {
      ...place,
      question,
      answer: answer ?? '',
      about: { name: `about.${at}`, value: field },
      box: open
        ? fields.area(`answer.${at}`, `Your answer to question ${at + 1}`, { rows: 3, maxlength: 2000 })
        : null,
    };
  });
}

/** Where a question's field is asked for: a path in the profile, or the subject of a finding. */
function placeOf(therapist: Therapist, field: string): { label: string; href: string } {
  const about = aboutOf(therapist, '');
  for (const section of allSections) {
    const known = [...fieldsOf(section, about)];
    const found =
      known.find(([name]) => name === field) ??
      known.find(([name]) => name.startsWith(`${field}.`)) ??
      known.find(([, { href }]) => href.startsWith(`#f-proof-${field}-`));
    if (found === undefined) continue;
    const [name, { label, group, href }] = found;
    return { label: name === field ? label : group, href: sectionPath(section) + href };
  }
  const [proof] = allSections.slice(-1);
  const title = Object.hasOwn(fiveQuestions, field)
    ? fiveQuestions[field as keyof typeof fiveQuestions].title
    : 'Proof';
  return { label: title, href: sectionPath(proof!) };
}
