import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intersection } from '../../../shared/exchange/exchange-document.ts';
import { createReader } from '../../native/open-reader.ts';
import { planSample } from '../../sample/sample-plan.ts';
import { surveyDesign } from '../../sample/survey-design.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import { createTruth, type Truth } from '../../sample/truth.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { writeSegy } from '../../sample/write-segy.ts';
import { findCrossingsOfFiles, type CrossingParameters, type CrossingResult } from './find-crossings-of-files.ts';

const SEGYSAK = fileURLToPath(new URL('../../../../shared/data/segysak/', import.meta.url));

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'crossline-crossings-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function find(paths: readonly string[], options: Partial<CrossingParameters> = {}): Promise<CrossingResult> {
  const files = paths.map((path) => ({ path, name: basename(path), isNamed: false }));
  const parameters: CrossingParameters = {
    files,
    algorithm: 'auto',
    selfCrossings: false,
    withTraces: false,
    stateFolder: join(folder, 'state'),
    cacheFolder: join(folder, 'cache'),
    ...options,
  };
  const ignore = (): void => undefined;
  const signal = new AbortController().signal;
  return findCrossingsOfFiles(parameters, { reader: createReader(), signal, onProgress: ignore, onNote: ignore });
}

const filesIn = (path: string): string[] => readdirSync(path).map((name) => join(path, name));

/** With the lines by their names, in the order of the names. */
function named({ profile1, profile2, x, y, t11, t12, t21, t22 }: Intersection, names: ReadonlyMap<string, string>) {
  const [one, other] = [
    { line: names.get(profile1)!, traces: [t11, t12] },
    { line: names.get(profile2)!, traces: [t21, t22] },
  ];
  return { x, y, lines: one.line < other.line ? [one, other] : [other, one] };
}

type Named = ReturnType<typeof named>;
const byLines = (a: Named, b: Named): number => (JSON.stringify(a.lines) < JSON.stringify(b.lines) ? -1 : 1);

/** Every crossing of the truth and no other, within 1 mm, between the right traces. */
function expectCrossings(
  intersections: readonly Intersection[],
  names: ReadonlyMap<string, string>,
  truth: Pick<Truth, 'crossings'>,
): void {
  const found = intersections.map((each) => named(each, names)).sort(byLines);
  const expected = truth.crossings
    .map(({ x, y, line1, line2, t11, t12, t21, t22 }) => ({
      x,
      y,
      lines: [
        { line: line1, traces: [t11, t12] },
        { line: line2, traces: [t21, t22] },
      ],
    }))
    .sort(byLines);
  expect(found.map(({ lines }) => lines)).toEqual(expected.map(({ lines }) => lines));
  for (const [i, { x, y }] of found.entries()) {
    expect(Math.hypot(x - expected[i]!.x, y - expected[i]!.y)).toBeLessThan(0.001);
  }
}

describe('the sample survey', () => {
  let sample: string;
  let truth: Truth;
  beforeAll(async () => {
    sample = join(folder, 'Sample');
    mkdirSync(sample);
    await writeSurvey(sample, TINY_DESIGN, {});
    truth = JSON.parse(readFileSync(join(sample, 'truth.json'), 'utf8')) as Truth;
  });

  it.each(['auto', 'brute-force', 'binary-search', 'bentley-ottmann'] as const)(
    'crosses where its truth says, within 1 mm, between the right traces (%s)',
    async (algorithm) => {
      const { document, names, notes } = await find(filesIn(sample), { algorithm });
      expectCrossings(document.intersections, names, truth);
      expect(document.intersections.length).toBeGreaterThan(100);
      expect(document.overlaps).toEqual([]);
      expect(notes).toContain('Not a survey: truth.json.');
      expect(notes.filter((note) => note.startsWith('Left out '))).toEqual([
        'Left out sample-tiny.sgy: it holds a cube, not 2D lines.',
      ]);
    },
  );

  it('reads the bounding traces as they are stored', async () => {
    const { document } = await find(filesIn(sample), { withTraces: true });
    const { survey1, profile1, t11 } = document.intersections[0]!;
    const samples = document.traces.get(survey1)!.get(profile1)!.get(t11)!;
    expect(samples.length).toBeGreaterThanOrEqual(TINY_DESIGN.sampleCount);
    expect(samples.some((sample) => sample !== 0)).toBe(true);
    const wanted = new Set(document.intersections.flatMap((each) => [
      ...[each.t11, each.t12].map((trace) => `${each.profile1}/${trace}`),
      ...[each.t21, each.t22].map((trace) => `${each.profile2}/${trace}`),
    ])); // prettier-ignore
    const read = [...document.traces].flatMap(([, profiles]) =>
      [...profiles].flatMap(([profile, traces]) => [...traces.keys()].map((trace) => `${profile}/${trace}`)),
    );
    expect(new Set(read)).toEqual(wanted);
  });

  it('has the same ids wherever it lies, and takes a copy beside a line for the same line', async () => {
    const elsewhere = join(folder, 'elsewhere', 'Sample');
    mkdirSync(elsewhere, { recursive: true });
    const lines = filesIn(sample).filter((path) => path.includes('cl03'));
    for (const path of lines) copyFileSync(path, join(elsewhere, basename(path)));
    copyFileSync(lines[0]!, join(elsewhere, 'copy.sgy'));
    const here = await find(lines);
    const there = await find(filesIn(elsewhere));
    expect(there.document).toEqual(here.document);
    expect(there.notes).toEqual([expect.stringMatching(/^Left out .* it is the same line as in .*\.$/)]);
  });
});

describe.skipIf(!existsSync(SEGYSAK))('the real lines of shared/data/segysak (skipped where they are not)', () => {
  it('cross three times, near the traces that its README names', async () => {
    const { document, names, notes } = await find(filesIn(SEGYSAK));
    const found = document.intersections.map((each) => named(each, names));
    expect(found.map(({ lines }) => lines.map(({ traces }) => traces[0]))).toEqual([
      [160, 61],
      [103, 110],
      [18, 182],
    ]);
    expect(notes).toHaveLength(3);
  });
});

describe('the lines of the medium sample', () => {
  const plan = planSample({ ...surveyDesign('medium'), sampleCount: 20 });
  const sample = () => join(folder, 'medium');
  beforeAll(async () => {
    mkdirSync(sample());
    // Positions and headers are the sample's; records this short take no time to write.
    const generator = {
      signalAt: (_x: number, _y: number, samples: Float32Array) => void samples.fill(1),
      addNoiseOf: (trace: number, samples: Float32Array) => void (samples[0] = trace),
    };
    for (const line of plan.lines) {
      await writeSegy(join(sample(), line.fileName), line, generator, undefined, () => undefined);
    }
  });

  it.each(['binary-search', 'bentley-ottmann'] as const)(
    'cross 194 times where the truth says, within 1 mm, between the right traces (%s)',
    async (algorithm) => {
      const { document, names } = await find(filesIn(sample()), { algorithm });
      expect(document.intersections).toHaveLength(194);
      expectCrossings(document.intersections, names, createTruth(plan.lines));
    },
  );
});
