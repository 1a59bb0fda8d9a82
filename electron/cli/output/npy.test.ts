import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compactView, transposed } from '../../../shared/slices.ts';
import { npyParts } from './npy.ts';
import { findPython } from '../../bench/harness/peer-python.ts';

const { python } = await findPython(['numpy'], process.env);
const view = compactView(Float32Array.of(1, 2.5, NaN, -4, 5, 6), 2, 3);

const bytesOf = (parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);

describe('npyParts', () => {
  it('starts the data at a multiple of 64 bytes, after a header of the stated length', () => {
    const bytes = bytesOf(npyParts(view));
    const headerBytes = bytes.readUInt16LE(8);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x93NUMPY\x01\x00');
    expect((10 + headerBytes) % 64).toBe(0);
    expect(bytes.subarray(10, 10 + headerBytes).toString('latin1')).toMatch(
      /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/,
    );
    expect(bytes.length).toBe(10 + headerBytes + 6 * 4);
  });

  it('writes a strided view in C order', () => {
    const bytes = bytesOf(npyParts(transposed(view)));
    const data = bytes.subarray(bytes.length - 24);
    const values = Array.from({ length: 6 }, (_, index) => data.readFloatLE(index * 4));
    expect(values).toEqual([1, -4, 2.5, 5, NaN, 6]);
  });

  it.skipIf(python === null)('is read by NumPy (skipped where no Python has it)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'crossline-npy-'));
    try {
      const path = join(folder, 'slice.npy');
      writeFileSync(path, bytesOf(npyParts(view)));
      const script = 'import numpy, sys; a = numpy.load(sys.argv[1]); print(a.dtype, a.flags.c_contiguous, a.tolist())';
      const text = execFileSync(python!, ['-c', script, path], { encoding: 'utf8' });
      expect(text.trim()).toBe('float32 True [[1.0, 2.5, nan], [-4.0, 5.0, 6.0]]');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
