import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';

/** A setting is wrong. The message is one line that names the variable and what it wants. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const port = z.coerce.number().int().min(0).max(65535);
const onOff = z.enum(['0', '1']).transform((value) => value === '1');
const hops = /^\d{1,2}$/;

/** Every setting, its default and what to say when it is wrong. `.env.example` explains each to a person. */
const settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).pathname === '/' && !url.includes('?') && !url.includes('#'))
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine((value) => hops.test(value) || /^[a-z0-9.:/, ]+$/i.test(value))
    .transform((value) => (hops.test(value) ? Number(value) : value))
    .default(0),
  DATA_DIR: z.string().min(1).default('data'),
  SECRET_KEY: z.string().min(32).optional(),
  DEMO: onOff.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT: z
    .union([z.literal('off').transform(() => null), z.coerce.number().int().min(1).max(1_000_000)])
    .default(300),
  CLOCK_OFFSET_DAYS: z.coerce.number().int().min(-3650).max(3650).default(0),
});

const wants: Record<keyof z.infer<typeof settings>, string> = {
  NODE_ENV: 'production, development or test',
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL: 'the address people type, without a path, such as https://directory.example',
  TRUST_PROXY: 'how many proxies stand in front (a number), or their addresses separated by commas',
  DATA_DIR: 'a folder that can be written to',
  SECRET_KEY:
    'at least 32 characters that nobody can guess (openssl rand -hex 32 makes some); required in production',
  DEMO: '1 to load the fictional therapists into an empty store, 0 not to',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  RATE_LIMIT: 'requests a minute from one address, or off',
  CLOCK_OFFSET_DAYS: 'whole days to look ahead (outside production only)',
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
  clockOffsetDays: number;
}

/** Reads the settings. An empty variable counts as not set. @throws ConfigError */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in wants && value !== ''),
  );
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
    demo: values.DEMO ?? !production,
    logLevel: values.LOG_LEVEL,
    rateLimit: values.RATE_LIMIT,
    clockOffsetDays: values.CLOCK_OFFSET_DAYS,
  };
}

/** The settings of this process: its environment, and `.env` in the working folder for what the environment leaves open. */
export function processConfig(): Config {
  if (existsSync('.env')) loadEnvFile('.env');
  return readConfig(process.env);
}

function wrong(name: keyof typeof wants): ConfigError {
  return new ConfigError(`${name} wants ${wants[name]}.`);
}
