import { apiSection } from './api.js';
import { searchSection } from './search.js';
import type { BenchSection } from './section.js';
import { webSection } from './web.js';

/** The sections of `npm run bench`, in order. */
export const sections: readonly BenchSection[] = [searchSection, webSection, apiSection];
