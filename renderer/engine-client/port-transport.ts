/**
 * The transport of the Electron host. Ports do not cross the context bridge, so the preload posts one to this window;
 * arrays are copied by the port, never transferred (Electron loses transferred buffers).
 */
import { ENGINE_PORT, REQUEST_ENGINE_PORT } from '../../shared/host-bridge.ts';
import { PipeTransport } from '../../shared/wire/pipe-transport.ts';
import type { Transport } from '../../shared/wire/transport.ts';

/** Asks the preload for a port and waits for it. */
export function receivePort(window: Window): Promise<Transport> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== ENGINE_PORT || port === undefined) return;
      window.removeEventListener('message', take);
      resolve(portTransport(port));
    };
    window.addEventListener('message', take);
    window.postMessage(REQUEST_ENGINE_PORT, window.location.origin);
  });
}

export function portTransport(port: MessagePort): Transport {
  const transport = new PipeTransport({ send: (message) => port.postMessage(message), close: () => port.close() });
  port.addEventListener('message', (event: MessageEvent<unknown>) => transport.deliver(event.data));
  port.addEventListener('close', () => transport.end());
  port.start();
  return transport;
}
