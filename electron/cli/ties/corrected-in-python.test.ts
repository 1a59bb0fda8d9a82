/** The JSON document by itself makes the lines agree: applied by numpy and scipy to samples that Python reads. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPython } from '../../bench/harness/peer-python.ts';
import { surveyDesign } from '../../sample/survey-design.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createCollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { runCommandLine } from '../run-command-line.ts';

const { python } = await findPython(['scipy.signal', 'scipy.interpolate', 'numpy'], process.env);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-ties-python-'));
  process.env['CROSSLINE_STATE'] = join(folder, 'state');
});
afterAll(() => {
  delete process.env['CROSSLINE_STATE'];
  rmSync(folder, { recursive: true });
});

it.skipIf(python === null)(
  'corrects lines as its formula says (skipped where Python has no scipy and numpy)',
  async () => {
    await writeSurvey(join(folder, 'sample'), surveyDesign('small'), {});
    const terminal = createCollectingTerminal(folder);
    expect(await runCommandLine(['ties', 'sample', '--out', 'ties.json'], terminal)).toBe(0);
    const said = execFileSync(python!, ['-c', CORRECT, join(folder, 'sample'), join(folder, 'ties.json')], {
      encoding: 'utf8',
    });
    const { before, after, ratio } = JSON.parse(said) as Record<'before' | 'after' | 'ratio', number>;
    expect(before).toBeGreaterThan(1);
    expect(after).toBeLessThan(0.06);
    // The differences that the document itself tells, whose gate reaches a little farther.
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  },
  60_000,
);

/** Medians over all crossings of the RMS of the difference over the RMS of both. */
const CORRECT = `
import json, sys
import numpy
from scipy.interpolate import CubicSpline
from scipy.signal import hilbert
folder, path = sys.argv[1:]
with open(path) as file: document = json.load(file)
lines = {line["name"]: line for line in document["lines"]}
files = {}

def from_ibm(data):
    words = numpy.frombuffer(data, ">u4")
    exponent = ((words >> 24) & 127).astype(int) - 64
    return numpy.where(words >> 31, -1.0, 1.0) * (words & 0xFFFFFF) / 2**24 * 16.0**exponent

def trace(name, index):
    if name not in files:
        with open(f"{folder}/{name.lower()}.sgy", "rb") as file: files[name] = file.read()
    data = files[name]
    word = lambda at: int.from_bytes(data[at:at + 2], "big")
    start, count = 3600 + index * (240 + 4 * word(3220)) + 240, word(3220)
    return from_ibm(data[start:start + 4 * count]), word(3216) / 1000

def at_crossing(crossing, which):
    field = lambda name: crossing[f"t{which}{name}"]
    first, second = (numpy.array([field(f"{k}x"), field(f"{k}y")]) for k in (1, 2))
    place = numpy.array([crossing["x"], crossing["y"]])
    part = numpy.linalg.norm(place - first) / numpy.linalg.norm(second - first)
    name = crossing[f"line{which}"]
    (one, interval), (other, _) = trace(name, field("1")), trace(name, field("2"))
    return name, (1 - part) * one + part * other, interval

def corrected(name, raw, interval, time):
    line = lines[name]
    padded = 2 ** int(numpy.ceil(numpy.log2(1.3 * len(raw))))
    turned = (hilbert(raw, padded)[:len(raw)] * numpy.exp(1j * numpy.radians(line["phaseDeg"]))).real
    curve = numpy.array(line["shiftCurve"])
    shift = line["shiftMs"] + numpy.interp(time, curve[:, 0], curve[:, 1])
    return line["gain"] * CubicSpline(numpy.arange(len(raw)) * interval, turned)(time - shift)

def difference(a, b):
    return numpy.sqrt(numpy.mean((a - b) ** 2) / (numpy.mean(a**2 + b**2) / 2))

before, after, told = [], [], []
time = numpy.arange(40, 1440, 4.0)
for crossing in document["crossings"]:
    pair = [at_crossing(crossing, which) for which in (1, 2)]
    before.append(difference(*(CubicSpline(numpy.arange(len(raw)) * interval, raw)(time) for _, raw, interval in pair)))
    after.append(difference(*(corrected(*each, time) for each in pair)))
    told.append(crossing["residualAfter"]["difference"])
ratio = numpy.median(numpy.array(after) / numpy.array(told))
print(json.dumps({"before": numpy.median(before), "after": numpy.median(after), "ratio": ratio}))
`;
