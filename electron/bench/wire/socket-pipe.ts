import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { SliceReply } from '../../../shared/slices.ts';
import type { Pipe } from './wire-group.ts';

export interface Codec {
  encode(reply: SliceReply): Uint8Array;
  decode(bytes: ArrayBuffer): unknown;
}

/** A WebSocket over the loopback device, without compression, as the local host has it. */
export async function openSocketPipe(codec: Codec): Promise<Pipe> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  const connected = once(server, 'connection');
  const page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { perMessageDeflate: false });
  page.binaryType = 'arraybuffer';
  const [engine] = (await connected) as [WebSocket];
  await once(page, 'open');
  return {
    async carry(reply) {
      const arrived = once(page, 'message');
      engine.send(codec.encode(reply));
      const [bytes] = (await arrived) as [ArrayBuffer];
      return codec.decode(bytes);
    },
    async close() {
      page.terminate();
      engine.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
