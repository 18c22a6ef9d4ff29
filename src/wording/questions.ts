import { type QuestionId, questionIds } from '../domain/questions.js';
import type { CheckWords } from './check-words.js';
import { inSentence } from './lists.js';

/** Everything that is said of one question: to patients, to its therapist and to reviewers. */
export interface QuestionWords extends CheckWords {
  /** What to say on the phone, and why it is asked. */
  readonly ask: string;
  readonly why: string;
  /** What a good answer contains, to the therapist who writes it. */
  readonly good: string;
  /** What it is about, in a list inside a sentence. */
  readonly about: string;
  /** How the page about the questions explains it to patients: "A good answer" and "Be careful" begin the sentences of the last two. */
  readonly guide: {
    readonly ask: string;
    readonly why: string;
    readonly good: string;
    readonly careful: string;
  };
  /** The same question to one's own therapist, in the letter to print. */
  readonly letter: string;
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
    about: 'training',
    guide: {
      ask: 'Which KAP training have you completed?',
      why: 'Any therapist can add the word “ketamine” to a website. Training in this work is a separate step after a license, and courses differ a lot: from about 6 hours to more than 150.',
      good: 'names the program, the year and what they received at the end. Fluence, Polaris Insight Center and the Integrative Psychiatry Institute are examples. An apprenticeship counts too, if they name the clinician who taught them.',
      careful:
        'with “I have done a lot of training” and no name. Ask how much was lectures, how much was first-hand experience, and how much was practice under supervision. The MAPS training is for MDMA-assisted therapy, so ask what they learned about ketamine. Yale’s KAP work is a framework that people are trained in, not a school that gives out a certificate.',
    },
    letter: 'Have you had any training in KAP? If not, what would you need to feel ready?',
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
    about: 'recent caseload',
    guide: {
      ask: 'How many KAP patients have you worked with in the last twelve months?',
      why: 'A certificate may be years old. This question is about what they do now.',
      good: 'is a number, even a rough one. A small number can be fine if the therapist says so plainly and has someone experienced to turn to.',
      careful:
        'with answers that slide to all their patients, or to their whole career. No number makes a therapist good; a clear one lets you judge.',
    },
    letter: 'How many patients have you seen through KAP in the last twelve months? None is a fair answer.',
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
    about: 'scope (with you in the session, or preparation and integration only)',
    guide: {
      ask: 'Do you stay with me during the session, or do preparation and integration only?',
      why: 'Both are valid ways to work. You need to know which one you are getting, so that you are not alone when you expected someone.',
      good: 'is one or the other. If they stay, they say whether that is in the room, on video or by phone, and whether they are silent, guide lightly or take an active part. If they do not, they help you plan who will be there. Either way they can offer integration within 24 to 72 hours of a dose.',
      careful:
        'with “we will see on the day.” Be careful too if no one can tell you who is in charge during the dose.',
    },
    letter: 'Will you do preparation and integration only, or more than that?',
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
    about: 'how they handle difficult material',
    guide: {
      ask: 'How do you handle it when something difficult comes up?',
      why: 'Ketamine can bring up strong feelings, shaking or other release in the body, and flashbacks. You want someone who has thought about this before it happens.',
      good: 'is concrete. They speak about all three. They say what they do in the moment, how they help you get steady again, and what happens in the days after. If you have lived through trauma, they say how they work with it.',
      careful:
        'with “that never happens with my patients,” and with anyone who thinks the harder it gets, the better it works. Ask whether you can stop, and how you would show that you want to.',
    },
    letter: 'How would you work with intense emotion, body reactions or flashbacks that come up?',
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
    about: 'contact with the prescriber',
    guide: {
      ask: 'Are you in contact with the prescriber, and how?',
      why: 'Your therapist may hear first when something is wrong. Your prescriber is the one who can change or stop the medicine. Each needs the other.',
      good: 'says how and when: a call before the first dose, a note after each session, a number for urgent things. They ask for your written consent first.',
      careful: 'with “you can pass that on.” You should not have to carry messages when you are unwell.',
    },
    letter: 'How will you and my prescriber stay in contact?',
  },
} as const satisfies Record<QuestionId, QuestionWords>;

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How many questions there are, in a sentence: "five". */
export const questionCount = numbers[questionIds.length] ?? String(questionIds.length);
/** The same as the first word of a sentence or heading: "Five". */
export const QuestionCount = questionCount.charAt(0).toUpperCase() + questionCount.slice(1);

const topics = questionIds.map((id) => inSentence(questions[id].title));
/** What the questions are about, inside a sentence: "training, recent caseload, …, and coordination". */
export const questionTopics = `${topics.slice(0, -1).join(', ')}, and ${topics.at(-1)}`;
