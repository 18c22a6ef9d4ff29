import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import type { Logger } from 'pino';
import { toStartupError } from './failures.js';

/**
 * Defaults that the address may override. Every wait has a limit: a page that needs the store answers 503
 * rather than hang.
 */
const defaults = {
  appName: 'holdspace',
  maxPoolSize: 20,
  maxIdleTimeMS: 300_000,
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  /** Longer than the longest single command: writing a thousand records at once. */
  socketTimeoutMS: 20_000,
  waitQueueTimeoutMS: 5_000,
  heartbeatFrequencyMS: 2_000,
} as const satisfies ConnectOptions;

/**
 * Options that the address may not override: the change cursor is right only when nothing it has read can be
 * rolled back.
 */
const fixed = {
  writeConcern: { w: 'majority', wtimeoutMS: 10_000 },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  ignoreUndefined: true,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
} as const satisfies ConnectOptions;

/** The driver would use a database called "test" when the address names none. */
const DATABASE = 'holdspace';

/**
 * Opens a separate connection.
 * @throws StoreRefused when the address or the credentials are wrong, or the server is too old.
 * @throws StoreUnreachable when the server does not answer within the selection timeout.
 */
export async function connectMongo(
  uri: string,
  logger?: Logger,
  more: ConnectOptions = {},
): Promise<Connection> {
  const connection = mongoose.createConnection();
  connection.on('error', (error: Error) => logger?.warn({ err: error.name }, 'MongoDB: connection error'));
  connection.on('disconnected', () => logger?.warn('MongoDB: disconnected'));
  connection.on('reconnected', () => logger?.info('MongoDB: reconnected'));
  try {
    await connection.openUri(uri, { ...unsetDefaults(uri), ...fixed, ...more });
    return connection;
  } catch (error) {
    await connection.destroy();
    throw toStartupError(error);
  }
}

/** The defaults that the address does not set itself. */
function unsetDefaults(uri: string): ConnectOptions {
  const [, path = '', query = ''] = /^[^/]*\/\/[^/?]*\/?([^?]*)\??(.*)$/s.exec(uri) ?? [];
  const set = new Set([...new URLSearchParams(query).keys()].map((key) => key.toLowerCase()));
  const unset = Object.entries(defaults).filter(([key]) => !set.has(key.toLowerCase()));
  return { ...Object.fromEntries(unset), ...(path === '' ? { dbName: DATABASE } : {}) };
}
