import { type SettingName, settings, type Values, wants } from './settings.js';

/** A setting is wrong. The message is one line that names the variable and what it wants. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Never with the value, which may be a secret. */
export function refusal(setting: SettingName): ConfigError {
  return new ConfigError(`${setting} wants ${wants[setting]}.`);
}

/** The settings, each looked at by itself and all together. @throws ConfigError for the first that is wrong */
export function parseSettings(given: Record<string, string | undefined>): Values {
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw refusal(parsed.error.issues[0]?.path[0] as SettingName);
  const wrong = wrongTogether(parsed.data);
  if (wrong !== null) throw refusal(wrong);
  return parsed.data;
}

/** What may not be left open in production. Links in letters are built from the public address alone, never from what a request says. */
const required = ['SECRET_KEY', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM'] as const;

/** The first setting that does not go with the others. */
export function wrongTogether(values: Values): SettingName | null {
  const production = values.NODE_ENV === 'production';
  const missing = required.find((name) => production && values[name] === undefined);
  if (missing !== undefined) return missing;
  if (production && values.CLOCK_OFFSET_DAYS !== 0) return 'CLOCK_OFFSET_DAYS';
  // The address that is made up for trying the program is nobody's: a server would refuse it, letter by letter.
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) return 'MAIL_FROM';
  const { MEILI_HOST, MEILI_API_KEY: both } = values;
  const { MEILI_SEARCH_KEY: searchKey = both, MEILI_INDEX_KEY: indexKey = both, METRICS_PORT, PORT } = values;
  if (MEILI_HOST !== undefined && (searchKey === undefined || indexKey === undefined)) return 'MEILI_API_KEY';
  return METRICS_PORT !== 0 && METRICS_PORT === PORT ? 'METRICS_PORT' : null;
}
