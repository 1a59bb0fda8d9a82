/** The reader of this process: the addon where it loads, else its TypeScript twin with a notice. */
import { createAddonReader } from './addon.ts';
import { loadAddon } from './addon-binding.ts';
import { createFallbackReader } from './fallback.ts';
import type { NativeReader } from './native-reader.ts';

export interface ReaderOptions {
  /** `fallback` forces the twin; so does CROSSLINE_READER=fallback in the environment. */
  readonly prefer?: 'addon' | 'fallback';
}

export function createReader({ prefer }: ReaderOptions = {}): NativeReader {
  const wanted = prefer ?? (process.env['CROSSLINE_READER'] === 'fallback' ? 'fallback' : 'addon');
  if (wanted === 'fallback') {
    return createFallbackReader('The TypeScript reader was asked for; the native addon is faster.');
  }
  const { binding, failure } = loadAddon();
  if (binding !== null) return createAddonReader(binding);
  const reason = failure === null ? 'is not built' : `does not load (${failure})`;
  return createFallbackReader(`The native addon ${reason}; the slower TypeScript reader is in use.`);
}
