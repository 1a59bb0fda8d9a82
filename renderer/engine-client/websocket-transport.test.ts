import { expect, test } from 'vitest';
import { engineAddress } from './websocket-transport.ts';

test('the socket is on the host of the page and carries its token', () => {
  expect(engineAddress({ protocol: 'http:', host: '127.0.0.1:4000', search: '?token=a%2Bb' })).toBe(
    'ws://127.0.0.1:4000/engine?token=a%2Bb',
  );
  expect(engineAddress({ protocol: 'https:', host: 'survey.example', search: '' })).toBe(
    'wss://survey.example/engine?token=',
  );
});
