import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { Pipe } from './wire-group.ts';

/** Node's message port, which serialises as Electron's does; nothing is transferred, since Electron's must not. */
export function openPortPipe(): Pipe {
  const { port1: engineEnd, port2: pageEnd } = new MessageChannel();
  return {
    async carry(reply) {
      const arrived = once(pageEnd, 'message');
      engineEnd.postMessage(reply);
      const [message] = (await arrived) as [unknown];
      return message;
    },
    close: () => {
      engineEnd.close();
      return Promise.resolve();
    },
  };
}
