/** NumPy's .npy, version 1.0 (numpy/lib/format.py): magic, version, header length as uint16, a Python dict, the data. */
import { endianness } from 'node:os';
import { compactData } from '../../../shared/slices.ts';
import type { SliceView } from '../../../shared/slices.ts';

const PREAMBLE_BYTES = 10;
/** The data start at a multiple of this, so that a mapped file gives aligned arrays. */
const ALIGNMENT_BYTES = 64;

/** The slice as a C-order float32 array of the view's shape, in the parts to be written one after the other. */
export function npyParts(view: SliceView): Uint8Array[] {
  const data = compactData(view);
  return [npyHeader(view.shape), new Uint8Array(data.buffer, data.byteOffset, data.byteLength)];
}

function npyHeader([rows, columns]: readonly [number, number]): Uint8Array {
  const descr = endianness() === 'LE' ? '<f4' : '>f4';
  const dict = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const headerBytes = Math.ceil((PREAMBLE_BYTES + dict.length + 1) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
  const text = dict.padEnd(headerBytes - PREAMBLE_BYTES - 1) + '\n';
  const header = Buffer.alloc(headerBytes);
  header.write('\x93NUMPY\x01\x00', 'latin1');
  header.writeUInt16LE(text.length, 8);
  header.write(text, PREAMBLE_BYTES, 'latin1');
  return header;
}
