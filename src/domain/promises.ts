import { addBusinessDays } from './business-days.js';
import type { Day, Instant } from './calendar.js';

/** An application or an edit is decided on within so many business days. */
export const REVIEW_BUSINESS_DAYS = 5;
/** A report is resolved within so many: what the No Surprises Act gives health plans, and we give ourselves. */
export const REPORT_BUSINESS_DAYS = 2;

/** By when somebody who waits since then is to be answered. */
export const reviewDueOn = (waitingSince: Day | Instant): Day =>
  addBusinessDays(waitingSince.slice(0, 10), REVIEW_BUSINESS_DAYS);

/** By when a report that was made then is to be resolved. */
export const reportDueOn = (at: Day | Instant): Day => addBusinessDays(at.slice(0, 10), REPORT_BUSINESS_DAYS);
