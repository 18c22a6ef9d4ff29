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
  /**
   * Origin of the public site. `null` outside production when it is not set: the address it listens on is used.
   */
  publicUrl: string | null;
  trustProxy: number | string;
  dataDir: string;
  /** `null` outside production: a key is created and kept in the data folder. */
  secretKey: string | null;
  /** Whether to load the demonstration into an empty embedded store. */
  demo: boolean;
  logLevel: Values['LOG_LEVEL'];
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  /** Requests a minute to the API from one address; `null` = no limit. */
  apiRateLimit: number | null;
  clockOffsetDays: number;
  /** The MongoDB address; `null` = embedded store. */
  mongodbUri: string | null;
  /** The Meilisearch server; `null` = embedded search. */
  meilisearch: { host: string; searchKey: string; indexKey: string; indexName?: string } | null;
  /** The server that sends emails. `null` outside production: emails go to the outbox in the data folder. */
  smtp: SmtpServer | null;
  mailFrom: Mailbox;
  /** Whether two reviewers must agree before anything is listed. */
  twoReviewers: boolean;
  /** The registry in which reviewers look up an NPI; `null` = none. */
  nppesUrl: string | null;
  /** The port that serves metrics; `null` = none. */
  metricsPort: number | null;
}

export type Environment = Record<string, string | undefined>;

/** The sender of emails in the outbox, which go to no one. */
const OUTBOX_SENDER: Mailbox = { name: 'Holdspace', address: 'holdspace@localhost.example' };

/** Reads the settings. An empty or blank variable counts as not set. @throws ConfigError */
export function readConfig(environment: Environment): Config {
  const values = parseSettings(nonEmpty(environment));
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
    mailFrom: values.MAIL_FROM ?? OUTBOX_SENDER,
    twoReviewers: values.TWO_REVIEWERS,
    nppesUrl: values.NPPES_URL ?? null,
    metricsPort: values.METRICS_PORT ?? null,
  };
}

/** One key may serve both uses. The app never needs the master key. */
function meilisearchOf(values: Values): Config['meilisearch'] {
  const { MEILI_HOST: host, MEILI_API_KEY: both = '', MEILI_INDEX: indexName } = values;
  if (host === undefined) return null;
  const { MEILI_SEARCH_KEY: searchKey = both, MEILI_INDEX_KEY: indexKey = both } = values;
  return { host: new URL(host).origin, searchKey, indexKey, ...(indexName && { indexName }) };
}

/**
 * The settings of this process: its environment, then `.env` in the working folder for what the environment
 * does not set.
 */
export function processConfig(): Config {
  return readConfig(processEnvironment());
}

/** The variables that {@link processConfig} reads. */
export function processEnvironment(): Environment {
  // Merged here because `loadEnvFile` lets an empty variable of the environment hide a value in the file.
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...nonEmpty(process.env) };
}

/**
 * All errors that {@link readConfig} could throw for these settings, one line for each wrong setting. Empty
 * when all are valid.
 */
export function wrongSettings(environment: Environment): string[] {
  return allRefusals(nonEmpty(environment));
}

function nonEmpty(environment: Environment): Environment {
  const known = settingNames.map((name) => [name, environment[name]?.trim()]);
  return Object.fromEntries(known.filter(([, value]) => value));
}
