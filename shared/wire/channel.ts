/** A `Transport` as birpc wants its channel. Whatever is no birpc message is dropped here: it may come from anyone. */
import type { ChannelOptions } from 'birpc';
import type { Transport } from './transport.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isRpcMessage(message: unknown): boolean {
  if (!isObject(message)) return false;
  if (message['t'] === 'q') return typeof message['m'] === 'string' && Array.isArray(message['a']);
  return message['t'] === 's' && typeof message['i'] === 'string';
}

export function channelOf(transport: Transport): ChannelOptions {
  let removeListener: (() => void) | null = null;
  return {
    post: (message: unknown) => transport.send(message),
    on: (listener) => {
      removeListener = transport.onMessage((message) => {
        if (isRpcMessage(message)) listener(message);
      });
    },
    off: () => removeListener?.(),
  };
}
