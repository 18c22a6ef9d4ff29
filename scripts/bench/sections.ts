import { apiSection } from './api.js';
import { searchSection } from './search.js';
import type { BenchSection } from './section.js';
import { webSection } from './web.js';

/** The parts of `npm run bench`, in the order in which they run. */
export const sections: readonly BenchSection[] = [searchSection, webSection, apiSection];
