/** Against scipy's correlation and Hilbert transform, and a textbook dynamic time warping in Python. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correlate } from '../../../shared/ties/estimate/correlate.ts';
import { hilbertTransform, paddedLength } from '../../../shared/ties/signal/analytic-signal.ts';
import { prepareTrace } from '../../../shared/ties/signal/prepare-trace.ts';
import { seededReflectivity } from '../../../shared/ties/test-traces.ts';
import { tracePath } from '../../../shared/ties/warp/dtw-path.ts';
import { plainDtw, type DtwOptions } from '../../../shared/ties/warp/exact-dtw.ts';
import { findPython } from '../../bench/harness/peer-python.ts';

const { python } = await findPython(['scipy.signal', 'numpy'], process.env);

const COUNT = 180;
const MOST_LAG = 30;
const [a, b] = [1, 2].map((seed) =>
  prepareTrace({ startMs: 0, intervalMs: 4, samples: seededReflectivity(COUNT, 4, seed) }),
);
const DTW_CASES: readonly DtwOptions[] = [
  { cost: 'squared', bandSamples: COUNT, steps: 'symmetric1', slopeLimit: 0 },
  { cost: 'absolute', bandSamples: COUNT, steps: 'symmetric1', slopeLimit: 0 },
  { cost: 'squared', bandSamples: 12, steps: 'symmetric2', slopeLimit: 0 },
];

interface Expected {
  readonly hilbert: readonly number[];
  readonly correlation: readonly number[];
  readonly dtw: readonly { readonly cost: number; readonly i: readonly number[]; readonly j: readonly number[] }[];
}

describe.skipIf(python === null)('beside Python (skipped where it has no scipy and numpy)', () => {
  let folder: string;
  let expected: Expected;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crossline-tie-peer-'));
    const asked = { a: [...a!.real], b: [...b!.real], padded: paddedLength(COUNT), lag: MOST_LAG, cases: DTW_CASES };
    writeFileSync(join(folder, 'asked.json'), JSON.stringify(asked));
    const said = execFileSync(python!, ['-c', SCRIPT, join(folder, 'asked.json')], { encoding: 'utf8' });
    expected = JSON.parse(said) as Expected;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('the Hilbert transform is scipy.signal.hilbert', () => {
    const [turned] = hilbertTransform(a!.real);
    turned.forEach((value, k) => expect(Math.abs(value - expected.hilbert[k]!)).toBeLessThan(1e-12));
  });

  it('the correlation is scipy.signal.correlate, normalised over what overlaps', () => {
    // Of the real parts alone, as scipy has it.
    const silent = (trace: typeof a) => ({ ...trace!, quadrature: new Float64Array(COUNT) });
    const { real } = correlate(silent(a), silent(b), { first: 0, end: COUNT }, MOST_LAG);
    real.forEach((value, k) => expect(Math.abs(value - expected.correlation[k]!)).toBeLessThan(1e-12));
  });

  it.each(DTW_CASES.map((options, at) => [options.cost, options.steps, options.bandSamples, at] as const))(
    'dynamic time warping with %s cost, %s, a band of %i',
    (_cost, _steps, _band, at) => {
      const found = plainDtw(a!.real, b!.real, DTW_CASES[at]!);
      const { cost, i, j } = expected.dtw[at]!;
      expect(Math.abs(found.cost - cost)).toBeLessThan(1e-9);
      const path = tracePath(found, 0)!;
      expect([...path.i]).toEqual(i);
      expect([...path.j]).toEqual(j);
    },
  );
});

/** Written from the definitions alone. */
const SCRIPT = `
import json, sys
import numpy, scipy.signal
with open(sys.argv[1]) as file: asked = json.load(file)
a, b = numpy.array(asked["a"]), numpy.array(asked["b"])
count, lag = len(a), asked["lag"]

hilbert = scipy.signal.hilbert(a, asked["padded"]).imag[:count]

products = scipy.signal.correlate(b, a, "full")
ones = numpy.ones(count)
energy_a = scipy.signal.correlate(ones, a * a, "full")
energy_b = scipy.signal.correlate(b * b, ones, "full")
middle = count - 1
correlation = (products / numpy.sqrt(energy_a * energy_b))[middle - lag : middle + lag + 1]

def dtw(options):
    band, double = options["bandSamples"], 2 if options["steps"] == "symmetric2" else 1
    total = numpy.full((count, count), numpy.inf)
    for i in range(count):
        for j in range(max(0, i - band), min(count, i + band + 1)):
            cell = abs(a[i] - b[j]) if options["cost"] == "absolute" else (a[i] - b[j]) ** 2
            if i == 0 and j == 0:
                total[i, j] = double * cell
                continue
            ways = []
            if i > 0 and j > 0: ways.append(total[i - 1, j - 1] + double * cell)
            if i > 0: ways.append(total[i - 1, j] + cell)
            if j > 0: ways.append(total[i, j - 1] + cell)
            total[i, j] = min(ways)
    path = [(count - 1, count - 1)]
    while path[-1] != (0, 0):
        i, j = path[-1]
        cell = abs(a[i] - b[j]) if options["cost"] == "absolute" else (a[i] - b[j]) ** 2
        ways = []
        if i > 0 and j > 0: ways.append((total[i - 1, j - 1] + double * cell, 0, (i - 1, j - 1)))
        if i > 0: ways.append((total[i - 1, j] + cell, 1, (i - 1, j)))
        if j > 0: ways.append((total[i, j - 1] + cell, 2, (i, j - 1)))
        path.append(min(ways)[2])
    path.reverse()
    return {"cost": total[-1, -1], "i": [i for i, j in path], "j": [j for i, j in path]}

print(json.dumps({"hilbert": hilbert.tolist(), "correlation": correlation.tolist(), "dtw": [dtw(each) for each in asked["cases"]]}))
`;
