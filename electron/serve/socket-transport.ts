/** A WebSocket of `ws` as a transport of frames, at either end. */
import type { RawData, WebSocket } from 'ws';
import { decodeFrame, encodeFrame } from '../../shared/wire/frame.ts';
import { ListenerSlot } from '../../shared/wire/listener-slot.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { FrameMemory } from './frame-memory.ts';

/** Close code 1007 of RFC 6455: data that are not what the protocol says. */
const INVALID_DATA = 1007;

export function createSocketTransport(socket: WebSocket): Transport {
  socket.binaryType = 'arraybuffer';
  const messages = new ListenerSlot<unknown>();
  const closeListeners = new Set<() => void>();
  const memory = new FrameMemory();

  socket.on('message', (data: RawData, isBinary: boolean) => {
    let message: unknown;
    try {
      if (!isBinary || !(data instanceof ArrayBuffer)) throw new TypeError('a text message');
      message = decodeFrame(data);
    } catch {
      socket.close(INVALID_DATA, 'not a frame');
      return;
    }
    messages.deliver(message);
  });
  socket.on('close', () => {
    messages.clear();
    for (const listener of closeListeners) listener();
  });
  // `close` follows every error and is what listeners are told.
  socket.on('error', () => undefined);

  return {
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      const frame = encodeFrame(message, (bytes) => memory.take(bytes));
      socket.send(frame, { binary: true, compress: false }, () => memory.giveBack(frame));
    },
    onMessage: (listener) => messages.set(listener),
    onClose: (listener) => {
      closeListeners.add(listener);
      return () => closeListeners.delete(listener);
    },
    close: () => socket.close(),
  };
}
