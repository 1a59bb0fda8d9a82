/** The transport of the browser host: one binary WebSocket message for each message of the contract, or a frame of the stream. */
import { CrosslineError } from '../../shared/errors.ts';
import { decodeFrame, encodeFrame } from '../../shared/wire/frame.ts';
import { PipeTransport } from '../../shared/wire/pipe-transport.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import type { FrameMemory } from './frame-memory.ts';
import { openFrameStream, type FrameStream } from './frame-stream.ts';

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

/**
 * @param memory for frames of the stream
 * @throws CrosslineError engine-lost where the socket does not open
 */
export async function openWebSocket(address: string, memory: FrameMemory): Promise<Transport> {
  const stream = await openFrameStream(address);
  const socket = new WebSocket(stream === null ? address : `${address}&stream=${stream.name}`);
  socket.binaryType = 'arraybuffer';
  const transport = new PipeTransport({
    // Frames of this side lie in ordinary memory; only an allocator given by the caller could be shared.
    send: (message) => socket.send(encodeFrame(message) as Uint8Array<ArrayBuffer>),
    close: () => socket.close(),
  });
  socket.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => transport.deliver(decodeFrame(event.data)));
  if (stream !== null) joinStream(stream, socket, transport, memory);
  return await new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(transport));
    socket.addEventListener('close', () => {
      reject(new CrosslineError({ code: 'engine-lost' }));
      transport.end();
    });
  });
}

/** Both end together: an answer that is lost in either would be waited for in vain. */
function joinStream(stream: FrameStream, socket: WebSocket, transport: PipeTransport, memory: FrameMemory): void {
  const end = (): void => socket.close();
  stream.readFrames(memory, (message) => transport.deliver(message)).then(end, end);
  socket.addEventListener('close', () => stream.close());
}
