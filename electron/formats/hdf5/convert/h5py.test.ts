/** What h5py, which users read cubes with, makes of ours. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPython } from '../../../bench/harness/peer-python.ts';
import { convertSegy } from '../../../jobs/convert.ts';
import { createReader } from '../../../native/open-reader.ts';
import type { Compression } from '../cube/compression.ts';
import { buildSegy, gridAmplitude, gridTraces, withTemporaryFolder } from '../../segy/test-segy-builder.ts';

const { python } = await findPython(['h5py', 'numpy'], process.env);

const SCRIPT = `
import h5py, json, sys
with h5py.File(sys.argv[1], "r") as f:
    print(json.dumps({
        "inlines": f["Cube/ilines"][:3].tolist(),
        "slice": f["Cube/hlines"][1].tolist(),
        "shapes": {name: list(f["Cube"][name].shape) for name in f["Cube"]},
        "types": {name: str(f["Cube"][name].dtype) for name in f["Cube"]},
        "numbers": [f["Meta/inline_numbers"][:].tolist(), f["Meta/crossline_numbers"][:].tolist()],
        "range": [f["Cube"].attrs["min_value"], f["Cube"].attrs["max_value"]],
        "domain": f["Meta"].attrs["domain"],
        "interval": f["Meta"].attrs["sample_interval_us"],
        "text": bytes(f["Meta/text_header"][:20]).decode("ascii"),
        "headers": list(f["Meta/trace_headers"].shape),
        "inline_word": int.from_bytes(bytes(f["Meta/trace_headers"][5, 188:192]), "big"),
        "corner": f["Meta/coordinates"][0, 0].tolist(),
    }))
`;

describe.skipIf(python === null)(`h5py${python === null ? ' (skipped: no Python with h5py)' : ''}`, () => {
  const COMPRESSIONS: readonly Compression[] = [{ kind: 'none' }, { kind: 'lzf' }, { kind: 'gzip', level: 4 }];

  it.each(COMPRESSIONS)('reads samples, numbers, headers and attributes with no help ($kind)', async (compression) => {
    await withTemporaryFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
      const [inlines, crosslines, sampleCount] = [[10, 12, 14, 16], [3, 4, 5], 6];
      const traces = gridTraces({ inlines, crosslines, sampleCount });
      await writeFile(from, buildSegy({ traces, text: 'C 1 VERTICAL AXIS: TWO-WAY TIME' }));
      await convertSegy(
        {
          from,
          to,
          overrides: null,
          layouts: ['ilines', 'hlines', 'xlines'],
          compression,
          force: false,
          verify: 'checksums',
        },
        { reader: createReader(), signal: new AbortController().signal, onProgress: () => undefined },
      );
      const amplitude = (inline: number, crossline: number, sample: number): number =>
        Math.fround(gridAmplitude(inline, crossline, sample));
      const seen = JSON.parse(execFileSync(python!, ['-c', SCRIPT, to], { encoding: 'utf8' })) as unknown;
      expect(seen).toEqual({
        inlines: inlines
          .slice(0, 3)
          .map((inline) =>
            crosslines.map((crossline) =>
              Array.from({ length: sampleCount }, (_, k) => amplitude(inline, crossline, k)),
            ),
          ),
        slice: inlines.map((inline) => crosslines.map((crossline) => amplitude(inline, crossline, 1))),
        shapes: { ilines: [4, 3, 6], hlines: [6, 4, 3], xlines: [3, 4, 6] },
        types: { ilines: 'float32', hlines: 'float32', xlines: 'float32' },
        numbers: [inlines, crosslines],
        range: [amplitude(10, 3, 0), amplitude(16, 5, 5)],
        domain: 'time',
        interval: 4000,
        text: 'C 1 VERTICAL AXIS: T',
        headers: [12, 240],
        inline_word: 12,
        corner: [500_000 + 10 * 20 - 3 * 7.5, 6_000_000 + 10 * 15 + 3 * 10].map(
          (value) => expect.closeTo(value, 2) as number,
        ),
      });
    });
  });
});
