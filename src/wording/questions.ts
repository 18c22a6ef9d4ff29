import { type QuestionId, questionIds } from '../domain/questions.js';
import type { CheckWords } from './check-words.js';

/** Everything that is said of one question: to patients, to its therapist and to reviewers. */
export interface QuestionWords extends CheckWords {
  /** What to say on the phone, and why it is asked. */
  readonly ask: string;
  readonly why: string;
  /** What a good answer contains, to the therapist who writes it. */
  readonly good: string;
}

/** The questions in words, each in one place. */
export const questions = {
  training: {
    title: 'Training',
    email: 'your training',
    ask: 'Which KAP training have you completed, and when?',
    why: 'A named program with a certificate can be checked. A weekend lecture and a year with supervised sessions are not the same thing.',
    good: 'The program by its name, what it gave you, the year, and the hours. Lectures, own experience and supervised practice each in a row of its own.',
    proof: 'A link to the certificate or the list of graduates, or whom we can ask at the program.',
    look: 'Certificate or the program’s word: name, award, year and hours as said here?',
    suggestions: [
      'Certificate seen: name, award and year agree',
      'The program confirmed it by e-mail',
      'The mentor was called and confirmed it',
    ],
    firstQuestion:
      'Please link the certificate of the training, or name somebody at the program who can confirm it.',
  },
  caseload: {
    title: 'Recent caseload',
    email: 'your recent caseload',
    ask: 'How many KAP patients have you worked with in the last twelve months?',
    why: 'Skill in this work comes with practice, and practice fades. A small number is no fault, if the therapist says so.',
    good: 'A number that you could show from your calendar. Never a name.',
    proof: 'Who can confirm it: a clinic, a prescriber or a supervisor.',
    look: 'Counts without names: a log, a billing summary, the clinic’s word.',
    suggestions: [
      'Log of sessions seen, without names',
      'The clinic confirmed the count',
      'Billing summary seen, counts only',
    ],
    firstQuestion:
      'How did you count your KAP patients of the last twelve months? A log or a summary without any names would do.',
  },
  scope: {
    title: 'Scope',
    email: 'the scope of your work',
    ask: 'Are you with me during the session, or do you do preparation and integration only?',
    why: 'Both are good ways to work. You need to know which one you are getting, and who is with you while the medicine works.',
    good: 'What you do today, not what you are able to do.',
    proof: 'A clinic or a prescriber who knows how you work, or your own page about it.',
    look: 'Written policy, consent form, or the prescriber’s word on who is there during the dose.',
    suggestions: [
      'Written policy for sessions seen',
      'Consent form for sessions seen',
      'The prescriber confirmed it',
    ],
    firstQuestion: 'Please say more exactly what you do, and do not do, while the medicine works, and where.',
  },
  'difficult-material': {
    title: 'Difficult material',
    email: 'how you work with difficult material',
    ask: 'What do you do when intense emotion, a strong reaction of the body or a flashback comes up?',
    why: 'Hard moments are part of the work. A therapist who has met them can tell you, in plain words, what they do.',
    good: 'What you do first, what you agreed on beforehand (touch, stopping), and when you call for medical help. Two or three sentences each.',
    proof: 'Trainings or supervision that you draw on, or a text of yours.',
    look: 'A written plan, or talked through with you: does it say what they do, and when they stop?',
    suggestions: ['Written plan seen', 'Talked through on a video call', 'The supervisor confirmed it'],
    firstQuestion:
      'Please say what you do step by step when this happens, and when you stop a session or call for help.',
  },
  coordination: {
    title: 'Coordination',
    email: 'your contact with the prescriber',
    ask: 'Are you in contact with the doctor who prescribes, and how?',
    why: 'When something notable happens between sessions, therapist and prescriber should hear it from each other, not only from you.',
    good: 'Who calls whom, after which events, and within what time. “No contact” is an honest answer, too.',
    proof: 'A prescriber with whom you work, and how to reach the practice.',
    look: 'The prescriber’s word, an agreement, or a release form and a sample letter.',
    suggestions: [
      'The prescriber was called and confirmed it',
      'Agreement with the prescriber seen',
      'Release form and sample letter seen, without names',
    ],
    firstQuestion:
      'With which kind of prescriber do you work, and how do you reach each other between sessions?',
  },
} as const satisfies Record<QuestionId, QuestionWords>;

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How many questions there are, in a sentence: "five". */
export const questionCount = numbers[questionIds.length] ?? String(questionIds.length);
/** The same as the first word of a sentence or heading: "Five". */
export const QuestionCount = questionCount.charAt(0).toUpperCase() + questionCount.slice(1);
