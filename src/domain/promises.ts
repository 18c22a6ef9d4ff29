import { addBusinessDays } from './business-days.js';
import type { Day, Instant } from './calendar.js';

/** We resolve a report within so many business days: as many as the No Surprises Act gives health plans. */
export const REPORT_BUSINESS_DAYS = 2;

/** The last day to resolve a report that was made then. */
export const reportDueOn = (at: Day | Instant): Day => addBusinessDays(at.slice(0, 10), REPORT_BUSINESS_DAYS);
