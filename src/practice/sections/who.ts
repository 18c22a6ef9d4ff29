import { factSection } from './fact-section.js';

export const who = factSection({
  id: 'who',
  title: 'Who you are',
  lead: 'What patients read first, and how they reach you.',
  groups: [
    {
      id: 'name',
      title: 'Your name and profession',
      why: 'Patients compare your name with the state board’s. We look you up there, too.',
      good: 'Your name as it stands on your license.',
      facts: ['name', 'credentials', 'discipline', 'npi', 'pronouns'],
    },
    {
      id: 'about-you',
      title: 'In your own words',
      why: 'Whether a patient can imagine sitting with you decides more than any title.',
      good: 'Two or three short paragraphs: whom you work with best, how a first meeting goes, what you do not do. Nothing about single patients.',
      facts: ['about', 'languages'],
    },
    {
      id: 'reach',
      title: 'How patients reach you',
      why: 'A number that nobody answers is the commonest fault of directories. All of this is public.',
      good: 'At least one way that you really answer within two working days.',
      facts: ['contact.phone', 'contact.email', 'contact.web'],
    },
  ],
});
