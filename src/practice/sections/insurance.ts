import { factSection } from './fact-section.js';

export const insurance = factSection({
  id: 'insurance',
  title: 'Insurance and fees',
  lead: 'Each network by itself: one logo is not one network.',
  groups: [
    {
      id: 'coverage',
      title: 'Insurance networks',
      why: 'A wrong network costs a patient money. We show state, company and kind of plan together, never apart.',
      good: 'Only networks in which you are credentialed today. None is fine: remove or leave the row empty.',
      facts: ['coverage'],
    },
    {
      id: 'fees',
      title: 'Fees',
      why: 'Most patients pay part of it themselves, and ask first what a whole course costs. We work that out from these two figures.',
      good: 'Whole dollars, without the medication. Leave empty what you do not want to say.',
      facts: ['fees.hourly', 'fees.packagePerSession', 'fees.slidingScale', 'fees.superbill', 'fees.hsaFsa'],
    },
  ],
});
