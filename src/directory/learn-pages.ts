import { questionIds } from '../domain/questions.js';
import { capitalized } from '../wording/lists.js';
import { QuestionCount, questions } from '../wording/questions.js';

/** A page of plain words: its template, and what its head says. */
type StaticPage = {
  /** The template's path under `views/`, without its extension. */
  readonly view: string;
  /** For `<title>`; the layout adds the name of the site. */
  readonly title: string;
  /** For the meta tag; 155 characters at most, or search engines cut it. */
  readonly description: string;
  /** What the template is filled with, where it needs more than its own words. */
  readonly model?: object;
};

/** `slug` is what follows `/learn/`; empty for `/learn` itself. */
export type LearnPage = StaticPage & { readonly slug: string };

/** `path` is the whole path, from the root. */
export type TrustPage = StaticPage & { readonly path: string };

/** Each question with what is said of it to patients who want to know more. */
const questionGuide = {
  questions: questionIds.map((id, at) => ({ id, number: at + 1, ...questions[id].guide })),
};

const abouts = questionIds.map((id) => questions[id].about);
/** "Training, recent caseload, …, and contact with the prescriber". */
const questionsAbout = capitalized(`${abouts.slice(0, -1).join(', ')}, and ${abouts.at(-1)}`);

/** The pages to learn from, in American spelling like the templates that they name. */
export const learnPages: readonly LearnPage[] = [
  {
    slug: '',
    view: 'learn/index',
    title: 'Learn about ketamine-assisted psychotherapy',
    description:
      'Short, plain pages on ketamine-assisted psychotherapy: what it is, whom it suits, what it costs, and what to ask a therapist.',
  },
  {
    slug: 'what-is-kap',
    view: 'learn/what-is-kap',
    title: 'What is ketamine-assisted psychotherapy?',
    description:
      'The three phases of KAP, why the first three days after a dose matter, what the therapist does, and how a clinic and home differ.',
  },
  {
    slug: 'cost-and-insurance',
    view: 'learn/cost-and-insurance',
    title: 'What KAP costs and what insurance pays',
    description:
      'Therapist fees, the full package and the hybrid path with a worked example, what insurance usually covers, and the Good Faith Estimate.',
  },
  {
    slug: 'who-it-suits',
    view: 'learn/who-it-suits',
    title: 'Who KAP suits, and who not',
    description:
      'Where the case for KAP is strongest, when it is not appropriate, when ketamine alone may do, and what to ask a prescriber.',
  },
  {
    slug: 'your-own-therapist',
    view: 'learn/your-own-therapist',
    title: 'KAP with your own therapist',
    description:
      'How your own therapist can do preparation and integration alongside a prescriber, and why the two must be in contact.',
  },
  {
    slug: 'your-own-therapist/letter',
    view: 'learn/letter',
    title: 'A letter to my therapist',
    description:
      'A one-page letter to print, fill in by hand and give to your own therapist: what KAP is, what you ask, and when.',
    model: { questions: questionIds.map((id) => ({ letter: questions[id].letter })) },
  },
  {
    slug: 'coordination-card',
    view: 'learn/coordination-card',
    title: 'Coordination card for therapist and prescriber',
    description:
      'One page to print: who calls whom before and after each dose, how fast, and what to do when a patient gets worse. No patient data.',
  },
  {
    slug: 'five-questions',
    view: 'learn/five-questions',
    title: `${QuestionCount} questions for a KAP therapist`,
    description: `${QuestionCount} questions for the first call with a KAP therapist: why to ask each, what a good answer contains, and what to be careful about.`,
    model: questionGuide,
  },
];

/** Pages about how far this site can be trusted. Their paths are outside `/learn`. */
export const trustPages: readonly TrustPage[] = [
  {
    path: '/how-we-vet',
    view: 'trust/how-we-vet',
    title: 'How we vet therapists',
    description:
      'What we check about each therapist, what Verified, Self-reported and Not shown mean, and the 90-day clock every listing keeps.',
    model: { questionsAbout },
  },
  {
    path: '/privacy',
    view: 'trust/privacy',
    title: 'Privacy',
    description:
      'Nothing about a patient is stored: no account, no cookies for visitors, no analytics, no third-party requests, no search history.',
  },
];
