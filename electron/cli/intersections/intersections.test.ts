import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../shared/exchange/read-document.ts';
import { findPython } from '../../bench/harness/peer-python.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createCollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { runCommandLine } from '../run-command-line.ts';

/** PyMongo's bson, not the older package of that name. */
const { python } = await findPython(['cbor2', 'bson.binary', 'numpy'], process.env);

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-intersections-'));
  process.env['CROSSLINE_STATE'] = join(folder, 'state');
  await writeSurvey(join(folder, 'sample'), TINY_DESIGN, {});
});
afterAll(() => {
  delete process.env['CROSSLINE_STATE'];
  rmSync(folder, { recursive: true });
});

async function run(...words: string[]): Promise<{ code: number; out: string; errors: string }> {
  const terminal = createCollectingTerminal(folder);
  const code = await runCommandLine(['intersections', ...words], terminal);
  return { code, out: terminal.out(), errors: terminal.errors() };
}

it('lists crossings by the names of lines, and what was left out', async () => {
  const { code, out, errors } = await run('sample');
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]).toMatch(/^24 lines: 1\d\d crossings and 0 overlaps \(binary-search; load [\d.]+ ms, index /);
  expect(lines[2]).toMatch(/^line 1 +line 2 +x +y +traces 1 +traces 2$/);
  expect(lines[3]).toMatch(/^CL03-301 +CL\d\d-\d+ +\d+\.\d\d +\d+\.\d\d +\d+-\d+ +\d+-\d+$/);
  expect(errors).toContain('Left out sample-tiny.sgy: it holds a cube, not 2D lines.');
});

it('takes files and folders, each file once', async () => {
  const { out } = await run('sample/cl03-301.sgy', 'sample/cl03-303.sgy', 'sample/cl03-301.sgy');
  expect(out).toMatch(/^2 lines: 1 crossing and 0 overlaps \(/);
});

it.each([
  [['nowhere'], 1, 'There is no file at'],
  [['sample/truth.json'], 1, 'crossings is no part of the schema'],
  [['sample', '--out', 'x.txt'], 2, 'must end with .json, .cbor, .bson or .csv'],
  [['sample', '--algorithm', 'magic'], 2, 'Allowed choices are auto, brute-force, binary-search, bentley-ottmann'],
])('says what is wrong with %j', async (words, expectedCode, text) => {
  const { code, errors } = await run(...words);
  expect(code).toBe(expectedCode);
  expect(errors).toContain(text);
});

describe('documents', () => {
  const formats = ['json', 'cbor', 'bson'] as const;
  beforeAll(async () => {
    for (const format of [...formats, 'csv']) await run('sample', '--traces', '--out', `out.${format}`);
  });

  it('are the same in every format', () => {
    const [json, cbor, bson] = formats.map((format) => {
      const path = join(folder, `out.${format}`);
      return readDocument(readFileSync(path), format, path);
    });
    expect(json!.intersections.length).toBeGreaterThan(100);
    expect(cbor).toEqual(json);
    expect(bson).toEqual(json);
    const rows = readFileSync(join(folder, 'out.csv'), 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(json!.intersections.length + 1);
  });

  it('are checked, listed and converted', async () => {
    const listed = await run('out.bson');
    expect(listed.out).toMatch(/^24 lines: 1\d\d crossings and 0 overlaps\n\nline 1 +line 2 /);
    await run('out.json', '--out', 'again.cbor');
    expect(readFileSync(join(folder, 'again.cbor'))).toEqual(readFileSync(join(folder, 'out.cbor')));
    const text = readFileSync(join(folder, 'out.json'), 'utf8').replace('"t11":', '"t11":-');
    writeFileSync(join(folder, 'wrong.json'), text);
    const { code, errors } = await run('wrong.json');
    expect(code).toBe(1);
    expect(errors).toMatch(/wrong\.json cannot be read: intersections\[0\]\.t11 is -\d+, not a trace of its profile/);
  });

  const skipped = '(skipped where Python has no cbor2, bson and numpy)';
  it.skipIf(python === null)(`are read by Python's cbor2 and bson ${skipped}`, () => {
    const said = execFileSync(python!, ['-c', COMPARE, folder], { encoding: 'utf8' });
    expect(said.trim()).toMatch(/^the same: 24 profiles, 1\d\d crossings, \d+ traces$/);
  });
});

/** Sets what cbor2 and bson read beside what json reads. */
const COMPARE = `
import json, sys, bson, cbor2, numpy
folder = sys.argv[1]
with open(folder + "/out.json") as file: expected = json.load(file)
with open(folder + "/out.cbor", "rb") as file: cbor = cbor2.load(file)
with open(folder + "/out.bson", "rb") as file: binary = bson.decode(file.read())

def from_cbor(value):
    if value.tag == 40:
        shape, data = value.value
        return from_cbor(data).reshape(shape)
    return numpy.frombuffer(value.value, {85: "<f4", 86: "<f8"}[value.tag])

def from_bson(value):
    return numpy.frombuffer(value["data"], value["dtype"]).reshape(value["shape"])

profiles = traces = 0
for document, array in ((cbor, from_cbor), (binary, from_bson)):
    assert set(document) == set(expected)
    assert document["intersections"] == expected["intersections"]
    assert document["overlaps"] == expected["overlaps"]
    for survey, lines in expected["coordinates"].items():
        for profile, positions in lines.items():
            found = array(document["coordinates"][survey][profile])
            assert found.dtype == "<f8" and numpy.array_equal(found, numpy.array(positions))
            profiles += 1
    for survey, lines in expected["traces"].items():
        for profile, samples in lines.items():
            assert set(document["traces"][survey][profile]) == set(samples)
            for index, values in samples.items():
                found = array(document["traces"][survey][profile][index])
                assert found.dtype == "<f4" and numpy.array_equal(found, numpy.array(values, "f4"), equal_nan=True)
                traces += 1
print(f"the same: {profiles // 2} profiles, {len(expected['intersections'])} crossings, {traces // 2} traces")
`;
