import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;

const REPLY = 1;
const QUERY = 2004;
const MESSAGE = 2013;
const HEADER = 16;

type Answer = Record<string, unknown>;

/**
 * A server that says hello as it is told to and answers every other command alike: for what no server at hand does, such as being too
 * old. The numbers are those of MongoDB's wire protocol.
 */
export async function mongoStandIn(hello: Answer, others: Answer) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let pending = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
        const length = pending.readInt32LE(0);
        socket.write(answerTo(pending.subarray(0, length), hello, others));
        pending = pending.subarray(length);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerTo(request: Buffer, hello: Answer, others: Answer): Buffer {
  const id = request.readInt32LE(4);
  const opcode = request.readInt32LE(12);
  // The first hello comes in the form that servers of old understand too: flags, name with a NUL, two numbers, the document.
  if (opcode === QUERY) {
    const head = Buffer.alloc(20);
    head.writeInt32LE(1, 16);
    return message(REPLY, id, Buffer.concat([head, BSON.serialize(hello)]));
  }
  const command = BSON.deserialize(request.subarray(HEADER + 5));
  const isHello = 'hello' in command || 'ismaster' in command || 'isMaster' in command;
  return message(MESSAGE, id, Buffer.concat([Buffer.alloc(5), BSON.serialize(isHello ? hello : others)]));
}

function message(opcode: number, to: number, body: Buffer): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + body.length, 0);
  header.writeInt32LE(to, 8);
  header.writeInt32LE(opcode, 12);
  return Buffer.concat([header, body]);
}
