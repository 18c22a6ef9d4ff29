import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import type { Logger } from 'pino';
import { namedAtStart } from './failures.js';

/** What the address may say otherwise. Every wait has an end: a page that needs the store answers 503 rather than hang. */
const defaults = {
  appName: 'holdspace',
  maxPoolSize: 20,
  maxIdleTimeMS: 300_000,
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  /** Above what the longest single command takes: a thousand records written in one go. */
  socketTimeoutMS: 20_000,
  waitQueueTimeoutMS: 5_000,
  heartbeatFrequencyMS: 2_000,
} as const satisfies ConnectOptions;

/** What it may not: the cursor of changes is right only when nothing it has seen can be rolled back. */
const fixed = {
  writeConcern: { w: 'majority', wtimeoutMS: 10_000 },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  ignoreUndefined: true,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
} as const satisfies ConnectOptions;

/** Where an address names no database, the driver would take one called "test". */
const DATABASE = 'holdspace';

/**
 * A connection of its own, open and answering.
 * @throws StoreRefused when the address or the credentials are wrong, or the server is too old. @throws StoreUnreachable when it does
 * not answer within the selection time-out.
 */
export async function connectMongo(
  uri: string,
  logger?: Logger,
  more: ConnectOptions = {},
): Promise<Connection> {
  const connection = mongoose.createConnection();
  connection.on('error', (error: Error) => logger?.warn({ err: error.name }, 'MongoDB connection error'));
  connection.on('disconnected', () => logger?.warn('MongoDB does not answer'));
  connection.on('reconnected', () => logger?.info('MongoDB answers again'));
  try {
    await connection.openUri(uri, { ...unsaid(uri), ...fixed, ...more });
    return connection;
  } catch (error) {
    await connection.destroy();
    throw namedAtStart(error);
  }
}

/** The defaults that the address does not set itself. */
function unsaid(uri: string): ConnectOptions {
  const [, path = '', query = ''] = /^[^/]*\/\/[^/?]*\/?([^?]*)\??(.*)$/s.exec(uri) ?? [];
  const said = new Set([...new URLSearchParams(query).keys()].map((key) => key.toLowerCase()));
  const left = Object.entries(defaults).filter(([key]) => !said.has(key.toLowerCase()));
  return { ...Object.fromEntries(left), ...(path === '' ? { dbName: DATABASE } : {}) };
}
