import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parseSettings } from './config/refuse.js';
import { settingNames, type Values } from './config/settings.js';
import { allRefusals } from './config/wrong-settings.js';
import type { Mailbox } from './mail/mail-address.js';
import type { SmtpServer } from './mail/smtp-url.js';

export { ConfigError } from './config/refuse.js';
export { settingNames } from './config/settings.js';

export interface Config {
  production: boolean;
  port: number;
  host: string;
  /** Origin of the site as people see it; `null` outside production when it is not set: then the address it listens on is meant. */
  publicUrl: string | null;
  trustProxy: number | string;
  dataDir: string;
  /** `null` outside production: then one is made and kept in the data folder. */
  secretKey: string | null;
  /** Whether an empty embedded store gets the demonstration. */
  demo: boolean;
  logLevel: Values['LOG_LEVEL'];
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  /** The same for the API. */
  apiRateLimit: number | null;
  clockOffsetDays: number;
  /** Records are kept in MongoDB instead of the embedded store; `null` = embedded. */
  mongodbUri: string | null;
  /** Searches are answered by Meilisearch; `null` = in this process. */
  meilisearch: { host: string; searchKey: string; indexKey: string; indexName?: string } | null;
  /** Letters go to this server; `null` outside production: then they go to the outbox in the data folder. */
  smtp: SmtpServer | null;
  mailFrom: Mailbox;
  /** Whether two reviewers have to agree before anything is listed. */
  twoReviewers: boolean;
  /** Where reviewers look an NPI up; `null` = nowhere. */
  nppesUrl: string | null;
  /** Where figures for monitoring are served; `null` = nowhere. */
  metricsPort: number | null;
}

export type Environment = Record<string, string | undefined>;

/** Of the letters in the outbox, which nobody receives. */
const NOBODY: Mailbox = { name: 'Holdspace', address: 'holdspace@localhost.example' };

/** Reads the settings. A variable that is empty or blank counts as not set. @throws ConfigError */
export function readConfig(environment: Environment): Config {
  const values = parseSettings(set(environment));
  const production = values.NODE_ENV === 'production';
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    trustProxy: values.TRUST_PROXY,
    dataDir: values.DATA_DIR,
    secretKey: values.SECRET_KEY ?? null,
    demo: values.DEMO ?? (!production && values.MONGODB_URI === undefined),
    logLevel: values.LOG_LEVEL,
    rateLimit: values.RATE_LIMIT,
    apiRateLimit: values.API_RATE_LIMIT,
    clockOffsetDays: values.CLOCK_OFFSET_DAYS,
    mongodbUri: values.MONGODB_URI ?? null,
    meilisearch: meilisearchOf(values),
    smtp: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? NOBODY,
    twoReviewers: values.TWO_REVIEWERS,
    nppesUrl: values.NPPES_URL ?? null,
    metricsPort: values.METRICS_PORT ?? null,
  };
}

/** One key may do both; the app never needs the master key. */
function meilisearchOf(values: Values): Config['meilisearch'] {
  const { MEILI_HOST: host, MEILI_API_KEY: both = '', MEILI_INDEX: indexName } = values;
  if (host === undefined) return null;
  const { MEILI_SEARCH_KEY: searchKey = both, MEILI_INDEX_KEY: indexKey = both } = values;
  return { host: new URL(host).origin, searchKey, indexKey, ...(indexName && { indexName }) };
}

/** The settings of this process: its environment, and `.env` in the working folder for what the environment leaves open. */
export function processConfig(): Config {
  return readConfig(processEnvironment());
}

/** What {@link processConfig} reads. */
export function processEnvironment(): Environment {
  // Merged here and not by `loadEnvFile`, for which an empty variable of the environment hides what the file says.
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...set(process.env) };
}

/** Every line with which {@link readConfig} could refuse these settings, one for each that is wrong; empty when none is. */
export function wrongSettings(environment: Environment): string[] {
  return allRefusals(set(environment));
}

function set(environment: Environment): Environment {
  const known = settingNames.map((name) => [name, environment[name]?.trim()]);
  return Object.fromEntries(known.filter(([, value]) => value));
}
