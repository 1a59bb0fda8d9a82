import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPython } from '../bench/harness/peer-python.ts';
import { createCollectingTerminal } from './fixtures/collecting-terminal.ts';
import type { SurveyJson } from './info/survey-json.ts';
import { runCommandLine } from './run-command-line.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const { python } = await findPython(['segyio', 'numpy'], process.env);
const isHere = python !== null && existsSync(DATA);

/** Big-endian (msb) and little-endian (lsb). Older segyio refuses rev 2's formats: conformance.test.ts compares those. */
const FORMATS = ['1msb', '2lsb', '2msb', '3msb', '5lsb', '5msb', '8msb'];

/** Regular cubes: many formats, both byte orders, descending and negative lines, line steps of 4. */
const CUBES = [
  'segyio/f3.sgy',
  'segyio/small-lsb.sgy',
  'segyio/left-small.sgy',
  ...FORMATS.map((format) => `segyio/Format${format}.sgy`),
  'segysak/volve10-migvel-depth-sub3d.sgy',
  'seismic-zfp/small_negative_il_xl.sgy',
  'seismic-zfp/small_reverse_il.sgy',
];

/** Prints whether each .npy holds what segyio reads, with lines put into ascending order. */
const COMPARE = `
import sys, numpy, segyio
path, endian, folder, inline, crossline, sample = sys.argv[1:7]
with segyio.open(path, endian=endian) as cube:
    rows, columns = numpy.argsort(cube.ilines), numpy.argsort(cube.xlines)
    expected = {
        "inline": cube.iline[int(inline)][columns],
        "crossline": cube.xline[int(crossline)][rows],
        "sample": cube.depth_slice[int(sample)][rows][:, columns],
    }
for name, values in expected.items():
    ours = numpy.load(f"{folder}/{name}.npy")
    print(name, ours.dtype, ours.shape == values.shape and numpy.allclose(ours, values, rtol=2e-6))
`;

/** Prestack: segyio's offsets of one inline, and their mean as NumPy has it. */
const PRESTACK = ['small-ps', '1xN', 'Mx1', '1x1'];
const COMPARE_GATHERS = `
import sys, numpy, segyio
path, folder, inline = sys.argv[1:4]
with segyio.open(path) as cube:
    planes = [cube.iline[int(inline), offset] for offset in cube.offsets]
    depth = [[cube.iline[line, offset][:, 3] for line in cube.ilines] for offset in cube.offsets]
for at, plane in enumerate(planes):
    print(at, numpy.allclose(numpy.load(f"{folder}/offset{at}.npy"), plane, rtol=2e-6, atol=1e-12))
stack = numpy.load(f"{folder}/stack.npy")
print("stack", numpy.allclose(stack, numpy.mean(planes, axis=0, dtype=numpy.float64), rtol=2e-6, atol=1e-12))
slices = numpy.load(f"{folder}/slice.npy")
expected = numpy.mean(depth, axis=0, dtype=numpy.float64)
print("slice", slices.shape == expected.shape and numpy.allclose(slices, expected, rtol=2e-6, atol=1e-12))
`;

describe.skipIf(!isHere)('slices of real files (skipped without ../shared/data or a Python with segyio)', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'crossline-real-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(CUBES)('%s: NumPy loads what segyio reads', async (name) => {
    const path = join(DATA, name);
    const terminal = createCollectingTerminal(folder);
    expect(await runCommandLine(['info', path, '--json'], terminal)).toBe(0);
    const { inline, crossline, sampleCount, byteOrder } = JSON.parse(terminal.out()) as SurveyJson;
    const middle = (axis: NonNullable<typeof inline>): string =>
      String(axis.first + axis.step * Math.floor(axis.count / 2));
    const planes = {
      inline: middle(inline!),
      crossline: middle(crossline!),
      sample: String(Math.floor(sampleCount / 2)),
    };
    for (const [plane, number] of Object.entries(planes)) {
      const words = ['slice', path, `--${plane}`, number, '--out', `${plane}.npy`];
      expect(await runCommandLine(words, terminal), terminal.errors()).toBe(0);
    }
    const words = ['-c', COMPARE, path, byteOrder, folder, planes.inline, planes.crossline, planes.sample];
    const verdict = execFileSync(python!, words, { encoding: 'utf8' });
    expect(verdict).toBe('inline float32 True\ncrossline float32 True\nsample float32 True\n');
  });

  it.each(PRESTACK)('%s: offsets are segyio’s, and stacks NumPy’s mean of them', async (name) => {
    const path = join(DATA, 'segyio', `${name}.sgy`);
    const terminal = createCollectingTerminal(folder);
    expect(await runCommandLine(['info', path, '--json'], terminal)).toBe(0);
    const { inline, gathers } = JSON.parse(terminal.out()) as SurveyJson;
    if (gathers?.offsets.kind !== 'offsets') throw new Error(`${name} has no offsets`);
    const { values } = gathers.offsets;
    const line = String(inline!.last);
    const slices = [
      ...values.map((offset, at) => ['--inline', line, '--offset', String(offset), '--out', `offset${at}.npy`]),
      ['--inline', line, '--stack', '--out', 'stack.npy'],
      ['--sample', '3', '--stack', '--out', 'slice.npy'],
    ];
    for (const words of slices) {
      expect(await runCommandLine(['slice', path, ...words], terminal), terminal.errors()).toBe(0);
    }
    const verdict = execFileSync(python!, ['-c', COMPARE_GATHERS, path, folder, line], { encoding: 'utf8' });
    expect(verdict).toBe([...values.keys(), 'stack', 'slice'].map((what) => `${what} True\n`).join(''));
  });
});
