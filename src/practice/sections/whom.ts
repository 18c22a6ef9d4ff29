import { factSection } from './fact-section.js';

export const whom = factSection({
  id: 'whom',
  title: 'Whom you work with',
  lead: 'So that the right people call, and not the others.',
  groups: [
    {
      id: 'focus',
      title: 'What you work with',
      why: 'Patients choose by this. It says what you do, and claims nothing about results.',
      good: 'What you have really worked with in KAP; fewer is clearer.',
      facts: ['focus', 'ages'],
    },
    {
      id: 'own-therapist',
      title: 'A therapist of their own',
      why: 'Many patients keep the therapist they have, and look for you for the medicine sessions alone.',
      good: '',
      facts: ['alongsideOwnTherapist'],
    },
    {
      id: 'places',
      title: 'New patients',
      why: 'A full practice that still looks open is what patients complain of most.',
      good: 'How it is today. Change it whenever it changes: it is public at once.',
      facts: ['accepting', 'waitWeeks'],
    },
  ],
});
