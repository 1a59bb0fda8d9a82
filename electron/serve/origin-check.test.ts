import { describe, expect, it } from 'vitest';
import { isLocalHost, isOwnOrigin } from './origin-check.ts';

describe('the origin of a request', () => {
  it.each([
    ['http://127.0.0.1:4000', '127.0.0.1:4000', true],
    ['http://localhost:9000', 'localhost:9000', true],
    ['http://[::1]:9000', '[::1]:9000', true],
    [undefined, '127.0.0.1:4000', true],
    ['http://127.0.0.1:4001', '127.0.0.1:4000', false],
    ['https://evil.example', '127.0.0.1:4000', false],
    ['http://evil.example:4000', 'evil.example:4000', false],
    ['http://127.0.0.1.evil.example:4000', '127.0.0.1.evil.example:4000', false],
    ['null', '127.0.0.1:4000', false],
    ['http://127.0.0.1:4000', undefined, false],
  ])('%s at host %s: %s', (origin, host, isOwn) => {
    expect(isOwnOrigin(origin, host)).toBe(isOwn);
  });

  it('knows a local host by its name', () => {
    expect(isLocalHost('localhost')).toBe(true);
    expect(isLocalHost('')).toBe(false);
    expect(isLocalHost('example.org')).toBe(false);
  });
});
