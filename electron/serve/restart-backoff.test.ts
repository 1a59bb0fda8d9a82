import { expect, it } from 'vitest';
import { RestartBackoff } from './restart-backoff.ts';

it('waits longer after each crash up to a limit, and little again after a healthy run', () => {
  const backoff = new RestartBackoff();
  const delays = Array.from({ length: 9 }, () => backoff.nextDelayMs(10));
  expect(delays.slice(0, 3)).toEqual([50, 100, 200]);
  expect(delays.at(-1)).toBe(5000);
  expect(backoff.nextDelayMs(60_000)).toBe(50);
});
