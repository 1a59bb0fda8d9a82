/** The reader of this process: the addon where it loads, else its TypeScript twin with a notice. */
import { createFallbackReader } from './fallback.ts';
import type { NativeReader } from './native-reader.ts';

export interface ReaderOptions {
  /** `fallback` forces the twin; so does the environment's CROSSLINE_READER=fallback. */
  readonly prefer?: 'addon' | 'fallback';
}

export function createReader({ prefer }: ReaderOptions = {}): NativeReader {
  const wanted = prefer ?? (process.env['CROSSLINE_READER'] === 'fallback' ? 'fallback' : 'addon');
  if (wanted === 'fallback')
    return createFallbackReader('The TypeScript reader was asked for; the native addon is faster.');
  return createFallbackReader('The native addon is not built; the slower TypeScript reader is in use.');
}
