import { KnownError } from '../domain/errors.js';

/** What keeps an engine from answering for now. */
export type Trouble =
  | 'unreachable'
  | 'slow'
  | 'busy'
  | 'refused'
  | 'missing'
  | 'other-version'
  | 'failed-task';

/** The engine cannot answer now; another may. Never the fault of the search that was asked. */
export class SearchUnavailable extends KnownError {
  override readonly kind = 'unavailable';
  readonly trouble: Trouble;
  /** Seconds after which the server wants to be asked again, where it said so. */
  readonly retryAfter: number | null;

  constructor(
    trouble: Trouble,
    message: string,
    options: { cause?: unknown; retryAfter?: number | null } = {},
  ) {
    super(message, { cause: options.cause });
    this.trouble = trouble;
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** A setting is wrong and waiting will not help. The message is one line that begins with the setting's name. */
export class SearchMisconfigured extends KnownError {
  override readonly kind = 'misconfigured';
  readonly setting: string;

  constructor(setting: string, message: string, options: { cause?: unknown } = {}) {
    super(`${setting}: ${message}`, { cause: options.cause });
    this.setting = setting;
  }
}
