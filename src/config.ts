import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** A setting is wrong. The message is one line that names the variable and what it wants. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const onOff = z.enum(['0', '1']).transform((value) => value === '1');

/** Digits alone: a blank would be read as 0, and `0x10` or `1e3` as what nobody meant. */
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** Every setting, its default and what to say when it is wrong. `.env.example` explains each to a person. */
const settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().regex(/^\S+$/).default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z.union([whole(0, 99), z.string().refine(areProxies)]).default(0),
  DATA_DIR: z.string().default('data'),
  SECRET_KEY: z.string().min(32).optional(),
  DEMO: onOff.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT: z.union([z.literal('off').transform(() => null), whole(1, 1_000_000)]).default(300),
  API_RATE_LIMIT: z.union([z.literal('off').transform(() => null), whole(1, 1_000_000)]).default(120),
  CLOCK_OFFSET_DAYS: whole(-3650, 3650).default(0),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/)
    .optional(),
  MEILI_HOST: z.string().refine(isOrigin).optional(),
  MEILI_API_KEY: z.string().optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_INDEX_KEY: z.string().optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,100}$/)
    .optional(),
  METRICS_PORT: whole(0, 65535).optional(),
});

/** Whether this is an http address without user, path, query or fragment. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text) || !/^https?:\/\/[^?#@]+$/i.test(text)) return false;
  return new URL(text).pathname === '/';
}

/** Whether Express can read this list: addresses, ranges of addresses, or its names for ranges that are not public. */
function areProxies(list: string): boolean {
  return list.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    if (bits === undefined && /^(loopback|linklocal|uniquelocal)$/.test(address)) return true;
    const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : 0;
    return more.length === 0 && length >= 1 && length <= most;
  });
}

const wants: Record<keyof z.infer<typeof settings>, string> = {
  NODE_ENV: 'production, development or test',
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL: 'the address people type, without a path, such as https://directory.example',
  TRUST_PROXY: 'how many proxies stand in front (0 to 99), or their addresses separated by commas',
  DATA_DIR: 'a folder that can be written to',
  SECRET_KEY:
    'at least 32 characters that nobody can guess (openssl rand -hex 32 makes some); required in production',
  DEMO: '1 to load the fictional therapists into an empty store, 0 not to',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  RATE_LIMIT: 'requests a minute from one address (1 to 1,000,000), or off',
  API_RATE_LIMIT: 'requests a minute to the API from one address (1 to 1,000,000), or off',
  CLOCK_OFFSET_DAYS: 'whole days to look ahead, -3650 to 3650 (outside production only)',
  MONGODB_URI: 'an address such as mongodb://user:password@host:27017/holdspace',
  MEILI_HOST: 'the address of Meilisearch, without a path, such as http://127.0.0.1:7700',
  MEILI_API_KEY:
    'a key of Meilisearch that may search and write, where MEILI_SEARCH_KEY or MEILI_INDEX_KEY is not set',
  MEILI_SEARCH_KEY: 'a key of Meilisearch that may search',
  MEILI_INDEX_KEY: 'a key of Meilisearch that may write to its indexes',
  MEILI_INDEX: 'the name of an index: at most 100 letters, digits, - and _',
  METRICS_PORT: 'a port number from 0 to 65535, other than PORT',
};

export interface Config {
  production: boolean;
  port: number;
  host: string;
  /** Origin of the site as people see it; `null` when it is not set: then the address it listens on is meant. */
  publicUrl: string | null;
  trustProxy: number | string;
  dataDir: string;
  /** `null` outside production: then one is made and kept in the data folder. */
  secretKey: string | null;
  /** Whether an empty embedded store gets the demonstration. */
  demo: boolean;
  logLevel: z.infer<typeof settings>['LOG_LEVEL'];
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  /** The same for the API. */
  apiRateLimit: number | null;
  clockOffsetDays: number;
  /** Records are kept in MongoDB instead of the embedded store; `null` = embedded. */
  mongodbUri: string | null;
  /** Searches are answered by Meilisearch; `null` = in this process. */
  meilisearch: { host: string; searchKey: string; indexKey: string; indexName?: string } | null;
  /** Where figures for monitoring are served; `null` = nowhere. */
  metricsPort: number | null;
}

export type Environment = Record<string, string | undefined>;

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(wants);

/** Reads the settings. A variable that is empty or blank counts as not set. @throws ConfigError */
export function readConfig(environment: Environment): Config {
  const given = set(environment);
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw wrong(parsed.error.issues[0]?.path[0] as keyof typeof wants);
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  if (production && values.SECRET_KEY === undefined) throw wrong('SECRET_KEY');
  if (production && values.CLOCK_OFFSET_DAYS !== 0) throw wrong('CLOCK_OFFSET_DAYS');
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
    metricsPort: metricsPortOf(values),
  };
}

type Values = z.infer<typeof settings>;

/** One key may do both; the app never needs the master key. */
function meilisearchOf(values: Values): Config['meilisearch'] {
  const { MEILI_HOST: host, MEILI_API_KEY: both, MEILI_INDEX: indexName } = values;
  if (host === undefined) return null;
  const searchKey = values.MEILI_SEARCH_KEY ?? both;
  const indexKey = values.MEILI_INDEX_KEY ?? both;
  if (searchKey === undefined || indexKey === undefined) throw wrong('MEILI_API_KEY');
  return { host: new URL(host).origin, searchKey, indexKey, ...(indexName && { indexName }) };
}

function metricsPortOf({ METRICS_PORT: port, PORT }: Values): number | null {
  if (port !== undefined && port !== 0 && port === PORT) throw wrong('METRICS_PORT');
  return port ?? null;
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

/** With these in place of what is wrong, the others that hang together with it can still be looked at. */
const placeholders: Environment = { SECRET_KEY: '-'.repeat(32), MEILI_API_KEY: '-' };

/** Every line with which {@link readConfig} could refuse these settings, one for each that is wrong; empty when none is. */
export function wrongSettings(environment: Environment): string[] {
  let given = set(environment);
  const names = new Set<keyof typeof wants>();
  for (const { path } of settings.safeParse(given).error?.issues ?? [])
    names.add(path[0] as keyof typeof wants);
  for (;;) {
    given = { ...given, ...Object.fromEntries([...names].map((name) => [name, placeholders[name]])) };
    const found = refusalOf(given);
    if (found === null || names.has(found)) return [...names].map((name) => wrong(name).message);
    names.add(found);
  }
}

function refusalOf(given: Environment): keyof typeof wants | null {
  try {
    readConfig(given);
    return null;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split(' ', 1)[0] as keyof typeof wants;
  }
}

function set(environment: Environment): Environment {
  const known = settingNames.map((name) => [name, environment[name]?.trim()]);
  return Object.fromEntries(known.filter(([, value]) => value));
}

function wrong(name: keyof typeof wants): ConfigError {
  return new ConfigError(`${name} wants ${wants[name]}.`);
}
