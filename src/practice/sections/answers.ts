import type { Draft } from '../../domain/draft.js';
import { fieldsOfCheck, pathsOf } from '../../domain/profile-fields.js';
import { questionIds } from '../../domain/questions.js';
import { questionCount, questions } from '../../wording/questions.js';
import { factSection } from './fact-section.js';
import type { About } from './section.js';

export const answers = factSection({
  id: 'answers',
  title: `The ${questionCount} answers`,
  lead: `The ${questionCount} questions that we tell every patient to ask. Your answers stand on your page, each with what we checked.`,
  groups: questionIds.map((id, at) => ({
    id,
    title: `${at + 1}. ${questions[id].title}`,
    why: questions[id].why,
    good: questions[id].good,
    facts: fieldsOfCheck(id).flatMap(pathsOf),
  })),
  against: rulesOf,
  kept: withDayOfCount,
});

function rulesOf({ training = [], caseload }: Draft, { today }: About): Map<string, string> {
  const messages = new Map<string, string>();
  training.forEach(({ program, mentor, year }, at) => {
    if (program === 'apprenticeship' && mentor === null)
      messages.set(`training.${at}.mentor`, 'Name the clinician with whom you apprenticed.');
    if (program === 'other' && mentor === null) messages.set(`training.${at}.mentor`, 'Name the program.');
    if (year > Number(today.slice(0, 4))) messages.set(`training.${at}.year`, 'This year is still to come.');
  });
  if (caseload?.asOf !== undefined && caseload.asOf > today)
    messages.set('caseload.asOf', 'This day is still to come.');
  return messages;
}

/** Without a day, the number of patients was counted today. */
function withDayOfCount(said: Draft, { today }: About): Draft {
  const { patients, asOf } = said.caseload ?? {};
  return { ...said, caseload: { patients, asOf: asOf ?? (patients === undefined ? undefined : today) } };
}
