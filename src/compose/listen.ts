import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../config.js';

export interface ListenAddress {
  host: string;
  port: number;
  /** The setting that names the port. */
  setting: 'PORT' | 'METRICS_PORT';
}

/** Wildcard addresses, with the address under which the machine reaches itself. */
const every: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The origin of that address, as people type it. */
export function originOf({ host: given, port }: Pick<ListenAddress, 'host' | 'port'>): string {
  const host = every[given] ?? given;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Answers the address it listens on. @throws ConfigError when it cannot listen there. */
export function listen(server: Server, address: ListenAddress): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, address)));
    server.listen(address.port, address.host, () => {
      const { port } = server.address() as AddressInfo;
      resolve(originOf({ host: address.host, port }));
    });
  });
}

function listenError(error: NodeJS.ErrnoException, { port, host, setting }: ListenAddress): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(`${setting} must be a free port: another program listens on ${port}.`);
  if (error.code === 'EACCES')
    return new ConfigError(`${setting} must be a port that this user may open: ${port} is reserved.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code ?? ''))
    return new ConfigError(`HOST must be an address of this machine: ${host} is not one.`);
  return error;
}
