/** A WebSocket of `ws` as a transport of frames, at either end. */
import type { RawData, WebSocket } from 'ws';
import { decodeFrame, encodeFrame } from '../../shared/wire/frame.ts';
import { PipeTransport } from '../../shared/wire/pipe-transport.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { FrameMemory } from './frame-memory.ts';

/** Close code 1007 of RFC 6455: data that are not what the protocol says. */
const INVALID_DATA = 1007;

export function createSocketTransport(socket: WebSocket): Transport {
  socket.binaryType = 'arraybuffer';
  const memory = new FrameMemory();
  const transport = new PipeTransport({
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      const frame = encodeFrame(message, (bytes) => memory.take(bytes));
      socket.send(frame, { binary: true, compress: false }, () => memory.giveBack(frame));
    },
    close: () => socket.close(),
  });

  socket.on('message', (data: RawData, isBinary: boolean) => {
    let message: unknown;
    try {
      if (!isBinary || !(data instanceof ArrayBuffer)) throw new TypeError('a text message');
      message = decodeFrame(data);
    } catch {
      socket.close(INVALID_DATA, 'not a frame');
      return;
    }
    transport.deliver(message);
  });
  socket.on('close', () => transport.end());
  // `close` follows every error and is what listeners are told.
  socket.on('error', () => undefined);
  return transport;
}
