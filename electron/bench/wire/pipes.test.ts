import { expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from '../../../shared/wire/frame.ts';
import { exampleReply } from './example-reply.ts';
import { openPortPipe } from './port-pipe.ts';
import { openSocketPipe } from './socket-pipe.ts';

it.each([
  ['message port', () => Promise.resolve(openPortPipe())],
  ['WebSocket', () => openSocketPipe({ encode: encodeFrame, decode: decodeFrame })],
])('a %s carries a reply whole', async (_, open) => {
  const pipe = await open();
  const reply = exampleReply(5, 7);
  expect(await pipe.carry(reply)).toEqual(reply);
  await pipe.close();
});
