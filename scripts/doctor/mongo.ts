import type { Config } from '../../src/config.js';
import { type Finding, look, ok, reasonOf, wrong } from './finding.js';

/** What the server says of itself; only what is needed here. */
export interface MongoServer {
  version: string;
  /** Name of its replica set; `null` when it stands alone. */
  replicaSet: string | null;
  /** How far this machine's clock is ahead of the server's, in milliseconds. */
  skewMs: number;
}

/** What to know about the server behind MONGODB_URI, beside whether the store opens. */
export async function checkMongo({ mongodbUri }: Config, ask = askMongo): Promise<Finding[]> {
  if (mongodbUri === null) return [];
  return ask(mongodbUri).then(
    (server) => [ok(`MongoDB ${server.version}`), replicas(server, mongodbUri), skew(server)],
    (error: unknown) => [wrong('MongoDB does not tell its version', reasonOf(error))],
  );
}

function replicas({ replicaSet }: MongoServer, uri: string): Finding {
  const off = /[?&]retryWrites=false\b/i.test(uri);
  if (/\.docdb\./.test(uri) && !off)
    return wrong('this server takes no retryable writes', 'Append retryWrites=false to MONGODB_URI.');
  if (replicaSet === null)
    return look(
      'it stands alone: what it has acknowledged is on one machine only',
      'Run it as a replica set, if it can, of one member at least. Compatible servers that cannot need backups all the more.',
    );
  return off
    ? look(
        `it is the replica set ${replicaSet}, and retryWrites is off`,
        'Take retryWrites=false out of MONGODB_URI, if the server can do without: a change of the primary is then not felt.',
      )
    : ok(`it is the replica set ${replicaSet}`);
}

function skew({ skewMs }: MongoServer): Finding {
  const seconds = Math.round(Math.abs(skewMs) / 100) / 10;
  const what = `this machine's clock and the server's differ by ${seconds} s`;
  const advice = 'Keep both clocks set by NTP: days and leases are reckoned by them.';
  if (seconds > 60) return wrong(what, advice);
  return seconds > 5 ? look(what, advice) : ok(what);
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
