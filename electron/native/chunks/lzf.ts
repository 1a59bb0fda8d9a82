/** LZF in plain TypeScript: the reference of `lzf.cc`, and what runs without the addon. */
import { DamagedChunk } from './damaged-chunk.ts';

/** A control byte below it stands for so many literals and one more. */
const MOST_LITERALS = 32;
/** A length of so much has a byte of its own that is added. */
const SHORT_LENGTH = 7;
const LEAST_LENGTH = 3;
const MOST_LENGTH = 264;
const MOST_DISTANCE = 8192;
const HASH_BITS = 14;

/** @throws DamagedChunk where the data are no LZF, or longer than `room` bytes */
export function expandLzf(from: Uint8Array, room: number): Uint8Array {
  const into = new Uint8Array(room);
  let out = 0;
  for (let at = 0; at < from.length;) {
    const control = from[at++]!;
    if (control < MOST_LITERALS) {
      const count = control + 1;
      if (at + count > from.length) throw new DamagedChunk('LZF data end early');
      if (out + count > room) throw new DamagedChunk('LZF data are longer than their chunk');
      into.set(from.subarray(at, at + count), out);
      at += count;
      out += count;
      continue;
    }
    const isLong = control >> 5 === SHORT_LENGTH;
    if (at + (isLong ? 2 : 1) > from.length) throw new DamagedChunk('LZF data end early');
    const length = 2 + (control >> 5) + (isLong ? from[at++]! : 0);
    const distance = (((control & 0x1f) << 8) | from[at++]!) + 1;
    if (distance > out) throw new DamagedChunk('LZF data refer to what lies before their start');
    if (out + length > room) throw new DamagedChunk('LZF data are longer than their chunk');
    for (const end = out + length; out < end; out += 1) into[out] = into[out - distance]!;
  }
  return into.subarray(0, out);
}

/** @returns null where it would not be shorter */
export function compressLzf(from: Uint8Array): Uint8Array | null {
  const into = new Uint8Array(from.length);
  const places = new Int32Array(2 ** HASH_BITS).fill(-1);
  let [out, literals, at] = [0, 0, 0];
  const flush = (end: number): boolean => {
    while (literals < end) {
      const count = Math.min(MOST_LITERALS, end - literals);
      if (out + count + 1 >= into.length) return false;
      into[out] = count - 1;
      into.set(from.subarray(literals, literals + count), out + 1);
      out += count + 1;
      literals += count;
    }
    return true;
  };
  while (at + LEAST_LENGTH < from.length) {
    const hash = hashOf(from, at);
    const place = places[hash]!;
    places[hash] = at;
    const distance = at - place;
    if (place < 0 || distance > MOST_DISTANCE || !areThreeSame(from, place, at)) {
      at += 1;
      continue;
    }
    const most = Math.min(MOST_LENGTH, from.length - at);
    let length = LEAST_LENGTH;
    while (length < most && from[place + length] === from[at + length]) length += 1;
    if (!flush(at) || out + 3 >= into.length) return null;
    const less = length - 2;
    const high = (distance - 1) >> 8;
    if (less < SHORT_LENGTH) into[out++] = (less << 5) | high;
    else {
      into[out++] = (SHORT_LENGTH << 5) | high;
      into[out++] = less - SHORT_LENGTH;
    }
    into[out++] = (distance - 1) & 0xff;
    at += length;
    literals = at;
  }
  return flush(from.length) ? into.subarray(0, out) : null;
}

const areThreeSame = (from: Uint8Array, one: number, other: number): boolean =>
  from[one] === from[other] && from[one + 1] === from[other + 1] && from[one + 2] === from[other + 2];

/** Knuth's multiplicative hash of three bytes, by its highest bits. */
const hashOf = (from: Uint8Array, at: number): number =>
  Math.imul(from[at]! | (from[at + 1]! << 8) | (from[at + 2]! << 16), 2_654_435_761) >>> (32 - HASH_BITS);
