import { readFileSync } from 'node:fs';
import type { Corpus } from '../cases/draw-case.ts';
import type { CorpusFiles } from './write-corpus.ts';

/** Each file is read when it is first mutated, and kept: a few megabytes in all. */
export function loadCorpus(files: CorpusFiles): Corpus {
  const read = new Map<string, Uint8Array>();
  return {
    names: Object.keys(files),
    bytesOf: (name) => {
      const path = files[name];
      if (path === undefined) throw new Error(`The corpus has no file ${name}.`);
      // A copy of its own: a Buffer's `slice` shares what it is a slice of.
      const bytes = read.get(name) ?? new Uint8Array(readFileSync(path));
      read.set(name, bytes);
      return bytes;
    },
  };
}
