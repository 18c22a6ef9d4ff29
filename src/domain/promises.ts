import { addBusinessDays } from './business-days.js';
import type { Day, Instant } from './calendar.js';

/** A report is resolved within so many: what the No Surprises Act gives health plans, and we give ourselves. */
export const REPORT_BUSINESS_DAYS = 2;

/** By when a report that was made then is to be resolved. */
export const reportDueOn = (at: Day | Instant): Day => addBusinessDays(at.slice(0, 10), REPORT_BUSINESS_DAYS);
