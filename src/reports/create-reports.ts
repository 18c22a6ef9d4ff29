import type { Clock } from '../domain/calendar.js';
import type { Listing } from '../domain/listing.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { AnyRoute } from '../web/route.js';
import { createReportService } from './report-service.js';
import { reportReviewRoutes } from './reviewer-routes.js';
import { createSubmitReport } from './submit-report.js';
import { submitReportRoutes } from './submit-report-routes.js';

export interface ReportsDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
  renderPage: RenderPage;
  /** Listings as the directory's pages show them. */
  listings: {
    bySlug(slug: string): Promise<Listing | null>;
    byIds(ids: readonly string[]): Promise<Listing[]>;
  };
  /** Makes the daily salts. */
  secretKey: string;
  /** Whether two reviewers have to agree before anything is listed. */
  twoReviewers: boolean;
  /** Has queued emails sent at once. */
  nudge: () => void;
}

/** Reports of wrong listings: visitors make them, reviewers resolve them. */
export function createReports(deps: ReportsDeps): { routes: AnyRoute[] } {
  const { listings, renderPage } = deps;
  const submit = createSubmitReport(deps);
  const reports = createReportService(deps);
  const routes = [
    ...submitReportRoutes({ listings, submit, renderPage }),
    ...reportReviewRoutes({ reports, listings, renderPage }),
  ];
  return { routes };
}
