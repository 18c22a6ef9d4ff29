import { type TcpProxy, tcpProxy } from './tcp-proxy.js';

const WAITS = {
  serverSelectionTimeoutMS: '800',
  connectTimeoutMS: '800',
  waitQueueTimeoutMS: '800',
  socketTimeoutMS: '1200',
};

/** The same database by way of a proxy, with waits that a test can wait for unless others are given. */
export async function proxyToMongo(
  uri: string,
  waits: Readonly<Record<string, string>> = WAITS,
): Promise<{ proxy: TcpProxy; uri: string }> {
  const address = new URL(uri.replace(/^mongodb/, 'http'));
  const proxy = await tcpProxy(address.hostname, Number(address.port || 27017));
  address.hostname = '127.0.0.1';
  address.port = String(proxy.port);
  // A client that knew of the replica set would go to its members, past the proxy.
  address.searchParams.delete('replicaSet');
  address.searchParams.set('directConnection', 'true');
  for (const [name, value] of Object.entries(waits)) address.searchParams.set(name, value);
  return { proxy, uri: address.href.replace(/^http/, 'mongodb') };
}
