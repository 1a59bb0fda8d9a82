/** The secret in the address: whoever has it may read what this host serves. */
import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 192 random bits, in characters that need no escaping in an address. */
export const createToken = (): string => randomBytes(24).toString('base64url');

/** Takes as long for a wrong first character as for a wrong last one, so that nothing is learned by trying. */
export function isSameToken(expected: string, given: string | null): boolean {
  if (given === null) return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
