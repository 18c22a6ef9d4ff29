import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../config.js';

export interface Place {
  host: string;
  port: number;
  /** The setting that names the port. */
  setting: 'PORT' | 'METRICS_PORT';
}

/** What means every address of this machine, by the one under which the machine itself gets there. */
const every: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The address of that place, as one types it. */
export function originOf({ host: given, port }: Pick<Place, 'host' | 'port'>): string {
  const host = every[given] ?? given;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Answers the address it listens on. @throws ConfigError when it cannot listen there. */
export function listen(server: Server, place: Place): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, place)));
    server.listen(place.port, place.host, () => {
      const { port } = server.address() as AddressInfo;
      resolve(originOf({ host: place.host, port }));
    });
  });
}

function listenError(error: NodeJS.ErrnoException, { port, host, setting }: Place): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(`${setting} must be a free port: another program listens on ${port}.`);
  if (error.code === 'EACCES')
    return new ConfigError(`${setting} must be a port that this user may open: ${port} is reserved.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code ?? ''))
    return new ConfigError(`HOST must be an address of this machine: ${host} is not one.`);
  return error;
}
