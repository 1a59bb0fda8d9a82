/** A WebSocket of `ws` as a transport of frames, at either end; large frames may leave by a stream beside it. */
import type { RawData, WebSocket } from 'ws';
import { decodeFrame, encodeFrame } from '../../shared/wire/frame.ts';
import { PipeTransport } from '../../shared/wire/pipe-transport.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { FrameMemory } from './frame-memory.ts';
import type { FrameStream } from './frame-stream.ts';

/** Close code 1007 of RFC 6455: data that are not what the protocol says. */
const INVALID_DATA = 1007;
/** Below this the second connection gains nothing. */
const STREAMED_FROM_BYTES = 64 * 1024;

/** @param stream for large frames; socket and stream end together, since a frame lost in either is an answer lost */
export function createSocketTransport(socket: WebSocket, stream: FrameStream | null = null): Transport {
  socket.binaryType = 'arraybuffer';
  const memory = new FrameMemory();
  const transport = new PipeTransport({
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      const frame = encodeFrame(message, (bytes) => memory.take(bytes));
      const onTaken = (): void => memory.giveBack(frame);
      if (stream !== null && frame.byteLength >= STREAMED_FROM_BYTES) stream.write(frame, onTaken);
      else socket.send(frame, { binary: true, compress: false }, onTaken);
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
  socket.on('close', () => {
    stream?.end();
    transport.end();
  });
  stream?.onClose(() => socket.close());
  // `close` follows every error and is what listeners are told.
  socket.on('error', () => undefined);
  return transport;
}
