import { questionIds } from '../../domain/questions.js';
import { payerIds, payers } from '../../domain/reference/payers.js';
import { programIds, programs } from '../../domain/reference/programs.js';
import { stateCodes, states } from '../../domain/reference/states.js';
import { questionCount, questions } from '../../wording/questions.js';
import { listResource } from '../list-resource.js';
import type { AnyResource } from '../resource.js';
import { payer, program, question, state } from '../schemas/lists.js';

/** What the ids mean: it changes with a release only. */
export function listResources(): AnyResource[] {
  return [payerList(), stateList(), programList(), questionList()];
}

function payerList(): AnyResource {
  return listResource({
    name: 'payers',
    id: 'listPayers',
    answerId: 'PayerList',
    title: 'Payers',
    description: 'The payers that can be searched for, with the words people use for them.',
    item: payer,
    items: payerIds.map((id) => {
      const { name, short, aliases, states: served, lines, behavioralHealth } = payers[id];
      return {
        id,
        name,
        short,
        aliases: [...aliases],
        states: served === 'all' ? [...stateCodes] : [...served],
        lines: [...lines],
        managedBy: behavioralHealth ?? null,
      };
    }),
  });
}

function stateList(): AnyResource {
  return listResource({
    name: 'states',
    id: 'listStates',
    answerId: 'StateList',
    title: 'States',
    description: 'The 50 states and DC, and by what beside a license one may treat there.',
    item: state,
    items: stateCodes.map((code) => {
      const { name, psypact, counselingCompact, telehealthRegistration } = states[code];
      const statute = telehealthRegistration?.statute ?? null;
      return { id: code, name, psypact, counselingCompact, telehealthRegistration: statute };
    }),
  });
}

function programList(): AnyResource {
  return listResource({
    name: 'programs',
    id: 'listPrograms',
    answerId: 'ProgramList',
    title: 'Training programs',
    description: 'The trainings in KAP that can be searched for. Show caution wherever you show the name.',
    item: program,
    items: programIds.map((id) => {
      const { name, short, awards, hours, kinds, isSchool, caution, aliases } = programs[id];
      return {
        id,
        name,
        short,
        awards: [...awards],
        hours: [...hours],
        kinds: [...kinds],
        isSchool,
        caution: caution ?? null,
        aliases: [...aliases],
      };
    }),
  });
}

function questionList(): AnyResource {
  return listResource({
    name: 'questions',
    id: 'listQuestions',
    answerId: 'QuestionList',
    title: `The ${questionCount} questions`,
    description: 'What to ask a KAP therapist before choosing one, in the order in which to ask.',
    item: question,
    items: questionIds.map((id, at) => {
      const { title, ask, why } = questions[id];
      return { id, number: at + 1, title, ask, why };
    }),
  });
}
