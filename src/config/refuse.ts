import { KnownError } from '../domain/errors.js';
import { expectations, type SettingName, settings, type Values } from './settings.js';

/** A setting is wrong. The message is one line that names the variable and says what it must be. */
export class ConfigError extends KnownError {
  override readonly kind = 'misconfigured';
}

/** Leaves out the value, which may be a secret. */
export function refusal(setting: SettingName): ConfigError {
  return new ConfigError(`${setting} must be ${expectations[setting]}.`);
}

/** Checks each setting by itself, then all together. @throws ConfigError for the first that is wrong */
export function parseSettings(given: Record<string, string | undefined>): Values {
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw refusal(parsed.error.issues[0]?.path[0] as SettingName);
  const wrong = wrongTogether(parsed.data);
  if (wrong !== null) throw refusal(wrong);
  return parsed.data;
}

/**
 * Settings that production requires. Links in emails are built from the public address only, never from a
 * request.
 */
const required = ['SECRET_KEY', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM'] as const;

/** The first setting that conflicts with the others. */
export function wrongTogether(values: Values): SettingName | null {
  const production = values.NODE_ENV === 'production';
  const missing = required.find((name) => production && values[name] === undefined);
  if (missing !== undefined) return missing;
  if (production && values.CLOCK_OFFSET_DAYS !== 0) return 'CLOCK_OFFSET_DAYS';
  // The default sender is only for the outbox: a mail server would refuse every email from it.
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) return 'MAIL_FROM';
  const { MEILI_HOST, MEILI_API_KEY: sharedKey } = values;
  const {
    MEILI_SEARCH_KEY: searchKey = sharedKey,
    MEILI_INDEX_KEY: indexKey = sharedKey,
    METRICS_PORT,
    PORT,
  } = values;
  if (MEILI_HOST !== undefined && (searchKey === undefined || indexKey === undefined)) return 'MEILI_API_KEY';
  return METRICS_PORT !== 0 && METRICS_PORT === PORT ? 'METRICS_PORT' : null;
}
