import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './config.js';

export interface Place {
  host: string;
  port: number;
  /** The setting that names the port. */
  setting: 'PORT' | 'METRICS_PORT';
}

/** Answers the address it listens on. @throws ConfigError when it cannot listen there. */
export function listen(server: Server, place: Place): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, place)));
    server.listen(place.port, place.host, () => {
      const { port } = server.address() as AddressInfo;
      const host = place.host.includes(':') ? `[${place.host}]` : place.host;
      resolve(`http://${host}:${port}`);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, { port, host, setting }: Place): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(`${setting} wants a port that is free: something else listens on ${port}.`);
  if (error.code === 'EACCES')
    return new ConfigError(`${setting} wants a port that you may use: ${port} is reserved.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code ?? ''))
    return new ConfigError(`HOST wants an address of this machine: ${host} is none.`);
  return error;
}
