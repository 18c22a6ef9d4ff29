import type { Store } from '../storage/store.js';
import type { createApp } from '../web/app.js';
import type { Health } from '../web/health.js';
import type { Figures } from '../web/metrics.js';
import type { AnyRoute } from '../web/route.js';

/** The whole program, put together and not yet opened. */
export interface Holdspace {
  app: ReturnType<typeof createApp>['app'];
  health: Health;
  /** Opens the engines, waiting for a store that cannot be reached yet. */
  open(): Promise<Store>;
  /**
   * Opens the engines where that is not done, loads the demonstration where it is wanted, builds the index, and serves pages. `address`
   * is where it listens: links in emails begin with it where no PUBLIC_URL is set.
   */
  start(address?: string): Promise<void>;
  /** Every page and form that is served, once the engines are open. */
  routes(): readonly AnyRoute[];
  /** Takes up what was written since the last run of the index sync, without waiting for the next. */
  catchUp(): Promise<void>;
  /** Does what jobs have to do by now, without waiting for their next run. */
  runJobs(): Promise<void>;
  /** Sends the emails that could go out now, without waiting for the mail worker's next run. */
  sendEmails(): Promise<void>;
  /** How the engines do, for monitoring. */
  figures(): Promise<Figures>;
  /** Stops the jobs and closes the engines. Requests must be done by then. */
  stop(): Promise<void>;
}
