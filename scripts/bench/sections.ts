import { searchSection } from './search.js';
import type { BenchSection } from './section.js';

/** The parts of `npm run bench`, in the order in which they run. */
export const sections: readonly BenchSection[] = [searchSection];
