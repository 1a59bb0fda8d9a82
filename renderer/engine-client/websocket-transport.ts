/** The transport of the browser host: one binary WebSocket message for each message of the contract. */
import { CrosslineError } from '../../shared/errors.ts';
import { decodeFrame, encodeFrame } from '../../shared/wire/frame.ts';
import { ListenerSlot } from '../../shared/wire/listener-slot.ts';
import type { Transport } from '../../shared/wire/transport.ts';

/** The engine's socket on the host that served this page, with the token that its address carried. */
export function engineAddress(page: {
  readonly protocol: string;
  readonly host: string;
  readonly search: string;
}): string {
  const token = new URLSearchParams(page.search).get('token') ?? '';
  const scheme = page.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${page.host}/engine?token=${encodeURIComponent(token)}`;
}

/** @throws CrosslineError engine-lost where the socket does not open */
export function openWebSocket(address: string): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    const messages = new ListenerSlot<unknown>();
    const closeListeners = new Set<() => void>();
    socket.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => messages.deliver(decodeFrame(event.data)));
    socket.addEventListener('open', () =>
      resolve({
        // Frames of this side lie in ordinary memory; only an allocator given by the caller could be shared.
        send: (message) => socket.send(encodeFrame(message) as Uint8Array<ArrayBuffer>),
        onMessage: (listener) => messages.set(listener),
        onClose: (listener) => {
          closeListeners.add(listener);
          return () => closeListeners.delete(listener);
        },
        close: () => socket.close(),
      }),
    );
    socket.addEventListener('close', () => {
      reject(new CrosslineError({ code: 'engine-lost' }));
      messages.clear();
      for (const listener of closeListeners) listener();
    });
  });
}
