import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones, like a server that died. */
  cut(): Promise<void>;
  /** Accepts data and answers nothing, like a server that hangs. */
  hang(): void;
  /** Passes everything on, each way this many milliseconds later. */
  delay(ms: number): void;
  /** Works again, on the same port. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** A proxy between a client and a server, so that a test can cut off the server without touching it. */
export async function tcpProxy(host: string, serverPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let hanging = false;
  let late = 0;
  const server = createServer((client) => {
    const upstream = connect(serverPort, host);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('data', (data) => {
        if (late > 0) setTimeout(() => other.write(data), late);
        else if (!hanging) other.write(data);
      });
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  async function cut(): Promise<void> {
    const closed = server.listening ? once(server, 'close') : Promise.resolve();
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }
  return {
    port,
    cut,
    hang() {
      hanging = true;
    },
    delay(ms) {
      late = ms;
    },
    async restore() {
      hanging = false;
      late = 0;
      for (const socket of sockets) socket.destroy();
      if (!server.listening) await listen(port);
    },
    close: cut,
  };
}
