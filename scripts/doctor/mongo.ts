import type { Config } from '../../src/config.js';
import { type Finding, ok, reasonOf, warn, wrong } from './finding.js';

/** The facts about a server that are checked here. */
export interface MongoServer {
  version: string;
  /** The name of its replica set; `null` when it is a standalone server. */
  replicaSet: string | null;
  /** How far this machine's clock is ahead of the server's, in milliseconds. */
  skewMs: number;
}

/** Checks the server in MONGODB_URI, besides whether the store opens. */
export async function checkMongo({ mongodbUri }: Config, ask = askMongo): Promise<Finding[]> {
  if (mongodbUri === null) return [];
  return ask(mongodbUri).then(
    (server) => [ok(`MongoDB ${server.version}`), replicas(server, mongodbUri), skew(server)],
    (error: unknown) => [wrong('the version of MongoDB cannot be read', reasonOf(error))],
  );
}

function replicas({ replicaSet }: MongoServer, uri: string): Finding {
  const off = /[?&]retryWrites=false\b/i.test(uri);
  if (/\.docdb\./.test(uri) && !off)
    return wrong(
      'MongoDB: this server does not support retryable writes',
      'Append retryWrites=false to MONGODB_URI.',
    );
  if (replicaSet === null)
    return warn(
      'MongoDB: this is a standalone server, so acknowledged writes are on one machine only',
      'Run it as a replica set, with at least one member. A compatible server without replica sets needs frequent backups.',
    );
  return off
    ? warn(
        `MongoDB: this is the replica set ${replicaSet}, and retryWrites is off`,
        'Remove retryWrites=false from MONGODB_URI if the server supports retryable writes, so that writes survive a change of the primary.',
      )
    : ok(`MongoDB: this is the replica set ${replicaSet}`);
}

function skew({ skewMs }: MongoServer): Finding {
  const seconds = Math.round(Math.abs(skewMs) / 100) / 10;
  const what = `this machine's clock and the server's differ by ${seconds} s`;
  const advice = 'Keep both clocks in sync by NTP: dates and leases depend on them.';
  if (seconds > 60) return wrong(what, advice);
  return seconds > 5 ? warn(what, advice) : ok(what);
}

async function askMongo(uri: string): Promise<MongoServer> {
  const { connectMongo } = await import('../../src/storage/mongo/connect.js');
  const connection = await connectMongo(uri);
  try {
    const { version } = await connection.db!.command({ buildInfo: 1 });
    const before = Date.now();
    const { setName, msg, localTime } = await connection.db!.command({ hello: 1 });
    const here = (before + Date.now()) / 2;
    return {
      version,
      replicaSet: setName ?? (msg === 'isdbgrid' ? 'behind mongos' : null),
      skewMs: here - (localTime as Date).getTime(),
    };
  } finally {
    await connection.destroy();
  }
}
