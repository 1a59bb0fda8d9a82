/** The transport of the browser host: one binary WebSocket message for each message of the contract. */
import { CrosslineError } from '../../shared/errors.ts';
import { decodeFrame, encodeFrame } from '../../shared/wire/frame.ts';
import { PipeTransport } from '../../shared/wire/pipe-transport.ts';
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
    const transport = new PipeTransport({
      // Frames of this side lie in ordinary memory; only an allocator given by the caller could be shared.
      send: (message) => socket.send(encodeFrame(message) as Uint8Array<ArrayBuffer>),
      close: () => socket.close(),
    });
    socket.addEventListener('message', (event: MessageEvent<ArrayBuffer>) =>
      transport.deliver(decodeFrame(event.data)),
    );
    socket.addEventListener('open', () => resolve(transport));
    socket.addEventListener('close', () => {
      reject(new CrosslineError({ code: 'engine-lost' }));
      transport.end();
    });
  });
}
