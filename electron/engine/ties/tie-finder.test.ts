import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobState } from '../../../shared/contract.ts';
import type { OpenTies, TiePlace, TieRequest } from '../../../shared/tie-calls.ts';
import { NO_CORRECTION } from '../../../shared/ties/correction.ts';
import { DEFAULT_TIE_OPTIONS } from '../../../shared/ties/tie-options.ts';
import { DEFAULT_EXACT } from '../../../shared/ties/warp/warp-exactly.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import type { Truth } from '../../sample/truth.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createEngine } from '../create-engine.ts';

let folder: string;
let truth: Truth;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-open-ties-'));
  await writeSurvey(join(folder, 'sample'), TINY_DESIGN, {});
  truth = JSON.parse(readFileSync(join(folder, 'sample', 'truth.json'), 'utf8')) as Truth;
});
afterAll(() => rmSync(folder, { recursive: true }));

const REQUEST: TieRequest = { options: DEFAULT_TIE_OPTIONS, tracesAround: 2, references: [], rejected: [] };

function startEngine() {
  const jobs: JobState[] = [];
  const folders = { state: join(folder, 'state'), cache: join(folder, 'cache'), sample: join(folder, 'sample') };
  const engine = createEngine({ host: 'browser', version: 'test', launcher: createLocalLauncher(), folders });
  const { calls } = engine.attachLocal({ jobChanged: (job) => void jobs.push(job) });
  return { engine, calls, jobs };
}

const linePaths = (): readonly string[] =>
  readdirSync(join(folder, 'sample'))
    .filter((name) => name.startsWith('cl'))
    .map((name) => join(folder, 'sample', name));

const placeAt = ({ profiles, crossings }: OpenTies, at: number): TiePlace => ({
  line1: profiles[crossings.profile1[at]!]!,
  line2: profiles[crossings.profile2[at]!]!,
  t11: crossings.t11[at]!,
  t21: crossings.t21[at]!,
});

it('ties the open lines, and reads only traces that it has not', async () => {
  const { engine, calls, jobs } = startEngine();
  try {
    const paths = linePaths();
    await calls.openSurveys(paths.slice(0, -1));
    const first = await calls.findTies(REQUEST);
    expect(first.profiles).toHaveLength(23);
    expect(first.ties.ties).toHaveLength(first.crossings.x.length);
    expect(first.readCount).toBeGreaterThan(first.crossings.x.length);
    expect(jobs.some(({ kind, status, unit }) => kind === 'adjust' && status === 'done' && unit === 'crossings')).toBe(
      true,
    );

    await calls.openSurvey(paths.at(-1)!);
    const all = await calls.findTies(REQUEST);
    expect(all.crossings.x).toHaveLength(truth.crossings.length);
    expect(all.readCount).toBeGreaterThan(0);
    expect(all.readCount).toBeLessThan(first.readCount / 2);
    expect((await calls.findTies(REQUEST)).readCount).toBe(0);
    for (const { name, gain } of truth.lines) {
      const at = all.profiles.findIndex((profile) => profile.name === name);
      expect(Math.abs(Math.log(all.ties.lines[at]!.gain / gain)), name).toBeLessThan(0.15);
    }
  } finally {
    await engine.close();
  }
}, 60_000);

it('holds reference lines, leaves out what is rejected, and forgets what is not open any more', async () => {
  const { engine, calls } = startEngine();
  try {
    await calls.openSurveys(linePaths().slice(0, 12));
    const plain = await calls.findTies(REQUEST);
    const line = plain.profiles[9]!;
    const gone = { surveyId: 'survey-none', line: line.line };
    const asked = { ...REQUEST, references: [line, gone], rejected: [placeAt(plain, 3)] };
    const { ties } = await calls.findTies(asked);
    expect(ties.lines[9]).toMatchObject({ shiftMs: 0, gain: 1 });
    expect([plain.ties.ties[3]!.isUsed, ties.ties[3]!.isUsed]).toEqual([true, false]);
    expect(ties.ties[3]!.estimate).toEqual(plain.ties.ties[3]!.estimate);
  } finally {
    await engine.close();
  }
}, 60_000);

it('shows one tie in either order of its lines', async () => {
  const { engine, calls } = startEngine();
  try {
    await calls.openSurveys(linePaths().slice(0, 12));
    const found = await calls.findTies(REQUEST);
    const at = found.ties.ties.findIndex(({ estimate }) => estimate !== null && Math.abs(estimate.shiftMs) > 5);
    const place = placeAt(found, at);
    const options = { tracesAround: 2, gateMs: null, maxShiftMs: 60, exact: { ...DEFAULT_EXACT, bandMs: 60 } };
    const stored = await calls.readTie({ ...options, place, corrections: [NO_CORRECTION, NO_CORRECTION] });
    const { estimate, correlation, envelope, maxLag, warp, trace1, axis } = stored.detail!;
    expect(stored.traces[0].samples.length).toBeGreaterThanOrEqual(TINY_DESIGN.sampleCount);
    expect(estimate!.shiftMs).toBeCloseTo(found.ties.ties[at]!.estimate!.shiftMs, 1);
    expect(correlation).toHaveLength(2 * maxLag + 1);
    expect(envelope.every((each, k) => each >= Math.abs(correlation[k]!))).toBe(true);
    expect(trace1).toHaveLength(axis.count);
    expect(warp!.path.i.at(-1)).toBe(axis.count - 1);

    const turned = { line1: place.line2, line2: place.line1, t11: place.t21, t21: place.t11 };
    const other = await calls.readTie({ ...options, place: turned, corrections: [NO_CORRECTION, NO_CORRECTION] });
    expect(other.traces).toEqual(stored.traces.toReversed());
    expect(other.detail!.estimate!.shiftMs).toBeCloseTo(-estimate!.shiftMs, 0);

    const lines = [found.crossings.profile1[at]!, found.crossings.profile2[at]!] as const;
    const corrections = [found.ties.lines[lines[0]]!, found.ties.lines[lines[1]]!] as const;
    const mended = await calls.readTie({ ...options, place, corrections });
    expect(mended.detail!.difference).toBeLessThan(stored.detail!.difference);
    const nowhere = { ...place, t11: place.t11 + 1000 };
    await expect(calls.readTie({ ...options, place: nowhere, corrections })).rejects.toMatchObject({
      fault: { code: 'usage' },
    });
  } finally {
    await engine.close();
  }
}, 60_000);
