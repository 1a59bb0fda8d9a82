/** The engine's end of the port that the window holds. Electron loses transferred ArrayBuffers, so buffers are posted: one copy. */
import type { MessagePortMain } from 'electron';
import { PipeTransport } from '../../shared/wire/pipe-transport.ts';
import type { Transport } from '../../shared/wire/transport.ts';

export function portMainTransport(port: MessagePortMain): Transport {
  const transport = new PipeTransport({ send: (message) => port.postMessage(message), close: () => port.close() });
  port.on('message', (event) => transport.deliver(event.data));
  port.on('close', () => transport.end());
  // Unlike a DOM port, this one queues everything until it is started.
  port.start();
  return transport;
}
