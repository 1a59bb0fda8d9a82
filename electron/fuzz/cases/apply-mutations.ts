import { Draw } from './draw.ts';
import { extremeInteger } from './extreme-values.ts';
import type { Mutation } from './mutation.ts';

export interface MutatedFile {
  readonly bytes: Uint8Array;
  /** At least `bytes.length`; what lies behind is zero and need not be written. */
  readonly fileBytes: number;
}

/** Splices and repeats do not grow a file beyond this. */
const MOST_BYTES = 32 * 2 ** 20;

/** @param fileOf the bytes of a file of the corpus, for splices */
export function applyMutations(
  original: Uint8Array,
  mutations: readonly Mutation[],
  fileOf: (name: string) => Uint8Array,
): MutatedFile {
  let bytes: Uint8Array = original.slice();
  let fileBytes = 0;
  for (const mutation of mutations) {
    if (mutation.kind === 'extend') fileBytes = mutation.length;
    else bytes = mutated(bytes, mutation, fileOf).subarray(0, MOST_BYTES);
  }
  return { bytes, fileBytes: Math.max(fileBytes, bytes.length) };
}

/** May write to the bytes it is given. */
function mutated(
  bytes: Uint8Array,
  mutation: Exclude<Mutation, { kind: 'extend' }>,
  fileOf: (name: string) => Uint8Array,
): Uint8Array {
  if (mutation.kind === 'truncate') return bytes.subarray(0, mutation.length);
  const at = bytes.length === 0 ? 0 : mutation.at % bytes.length;
  switch (mutation.kind) {
    case 'write':
      bytes.set(mutation.bytes.slice(0, bytes.length - at), at);
      return bytes;
    case 'flip':
      if (bytes.length > 0) bytes[at]! ^= 1 << mutation.bit;
      return bytes;
    case 'fill':
      return bytes.fill(mutation.value, at, at + mutation.length);
    case 'noise':
      bytes.set(noise(Math.min(mutation.length, bytes.length - at), mutation.seed), at);
      return bytes;
    case 'swap':
      for (let word = at; word + mutation.width <= Math.min(bytes.length, at + mutation.length); word += mutation.width)
        bytes.subarray(word, word + mutation.width).reverse();
      return bytes;
    case 'column':
      writeColumn(bytes, at, mutation);
      return bytes;
    case 'cut':
      return joined(bytes.subarray(0, at), bytes.subarray(at + mutation.length));
    case 'insert':
      return joined(bytes.subarray(0, at), noise(mutation.length, mutation.seed), bytes.subarray(at));
    case 'repeat': {
      const block = bytes.subarray(at, at + mutation.length);
      return joined(bytes.subarray(0, at), ...Array<Uint8Array>(mutation.times).fill(block), bytes.subarray(at));
    }
    case 'splice': {
      const other = fileOf(mutation.from);
      const from = other.length === 0 ? 0 : mutation.fromAt % other.length;
      const block = other.subarray(from, from + mutation.length);
      return joined(bytes.subarray(0, at), block, bytes.subarray(at + mutation.length));
    }
  }
}

function writeColumn(bytes: Uint8Array, at: number, column: Extract<Mutation, { kind: 'column' }>): void {
  const { strideBytes, width, isLittleEndian, pattern, seed } = column;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const draw = new Draw(seed);
  const first = extremeInteger(draw);
  const step = draw.below(9) - 4;
  const few = 1 + draw.below(8);
  for (let word = at, trace = 0; word + width <= bytes.length; word += strideBytes, trace += 1) {
    const values = {
      constant: () => first,
      ramp: () => first + trace * step,
      few: () => draw.below(few),
      any: () => draw.below(2 ** 32),
      extreme: () => extremeInteger(draw),
    };
    if (width === 2) view.setInt16(word, values[pattern](), isLittleEndian);
    else view.setInt32(word, values[pattern](), isLittleEndian);
  }
}

function noise(length: number, seed: number): Uint8Array {
  const draw = new Draw(seed);
  return Uint8Array.from({ length }, () => draw.below(256));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
