import { z } from 'zod';
import { parseMailbox } from '../mail/mail-address.js';
import { parseSmtpUrl } from '../mail/smtp-url.js';
import { areProxies, isOrigin, isServiceUrl, onOff, readBy, whole } from './fields.js';

/** Every setting, its allowed values, and its default. `.env.example` explains each one. */
export const settings = z.object({
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
  SMTP_URL: readBy(parseSmtpUrl).optional(),
  MAIL_FROM: readBy(parseMailbox).optional(),
  TWO_REVIEWERS: onOff.default(false),
  NPPES_URL: z.string().refine(isServiceUrl).optional(),
  METRICS_PORT: whole(0, 65535).optional(),
});

export type Values = z.infer<typeof settings>;
export type SettingName = keyof Values;

/** The names of all settings. */
export const settingNames = Object.keys(settings.shape) as SettingName[];

/** What each setting must be, for error messages. */
export const expectations: Record<SettingName, string> = {
  NODE_ENV: 'production, development or test',
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL:
    'the address of the site, without a path, such as https://directory.example; required in production',
  TRUST_PROXY: 'the number of proxies in front (0 to 99), or their addresses separated by commas',
  DATA_DIR: 'a writable folder',
  SECRET_KEY: 'at least 32 random characters (run: openssl rand -hex 32); required in production',
  DEMO: '1 to load the fictional therapists into an empty store, or 0',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  RATE_LIMIT: 'a number of requests a minute from one address (1 to 1,000,000), or off',
  API_RATE_LIMIT: 'a number of requests a minute to the API from one address (1 to 1,000,000), or off',
  CLOCK_OFFSET_DAYS: 'a whole number of days to shift the clock, -3650 to 3650 (0 in production)',
  MONGODB_URI: 'an address such as mongodb://user:password@host:27017/holdspace',
  MEILI_HOST: 'the address of Meilisearch, without a path, such as http://127.0.0.1:7700',
  MEILI_API_KEY:
    'a Meilisearch key that may search and write, when MEILI_SEARCH_KEY or MEILI_INDEX_KEY is not set',
  MEILI_SEARCH_KEY: 'a Meilisearch key that may search',
  MEILI_INDEX_KEY: 'a Meilisearch key that may write to indexes',
  MEILI_INDEX: 'the name of an index: at most 100 letters, digits, - and _',
  SMTP_URL:
    'the address of a mail server, such as smtps://user:password@mail.example:465; required in production',
  MAIL_FROM:
    'the sender of emails, such as Holdspace <hello@directory.example>; required in production and with SMTP_URL',
  TWO_REVIEWERS: '1 when two reviewers must agree before anything is listed, or 0 when one is enough',
  NPPES_URL: 'the address of the NPI registry, such as https://npiregistry.cms.hhs.gov/api/',
  METRICS_PORT: 'a port number from 0 to 65535, other than PORT',
};
