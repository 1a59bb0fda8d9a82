/** The engine's end of the port that the window holds. Electron loses transferred ArrayBuffers, so buffers are posted: one copy. */
import type { MessagePortMain } from 'electron';
import { ListenerSlot } from '../../shared/wire/listener-slot.ts';
import type { Transport } from '../../shared/wire/transport.ts';

export function portMainTransport(port: MessagePortMain): Transport {
  const messages = new ListenerSlot<unknown>();
  const closeListeners = new Set<() => void>();
  port.on('message', (event) => messages.deliver(event.data));
  port.on('close', () => {
    messages.clear();
    for (const listener of closeListeners) listener();
  });
  // Unlike a DOM port, this one queues everything until it is started.
  port.start();
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => messages.set(listener),
    onClose: (listener) => {
      closeListeners.add(listener);
      return () => closeListeners.delete(listener);
    },
    close: () => port.close(),
  };
}
