/** A folder of 2D lines: looked through, opened whole, and one of its lines shown. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineCalls } from '../../../shared/contract.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { traceIndex } from '../../../shared/units.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { bytesText } from '../harness/bytes-text.ts';
import { openBenchEngine, type BenchEngine } from '../read/bench-engine.ts';
import { createJobLauncher } from '../read/job-launcher.ts';
import { SliceCaller } from '../read/slice-caller.ts';
import { writeLines, type LineSizes } from './write-lines.ts';

const SIZES: LineSizes = { lines: 500, traces: 1500, samples: 250 };
/** Each takes seconds and opens all files anew. */
const MOST_ROUNDS = 5;

export const folderGroup: BenchGroup = {
  name: 'folder',
  description: 'looking through and opening a folder of 500 2D lines that are in memory',
  needsFile: false,
  peer: null,
  async prepare() {
    const folder = await mkdtemp(join(tmpdir(), 'crossline-bench-lines-'));
    const engine = await openBenchEngine(createJobLauncher());
    const close = async (): Promise<void> => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      const paths = await writeLines(folder, SIZES);
      const { reader } = await engine.calls.hello();
      const { lines, traces, samples } = SIZES;
      const bytes = bytesText(lines * (3600 + traces * (240 + 4 * samples)));
      return {
        cases: [
          examineCase(engine, folder),
          openCase(engine, paths),
          bothCase(engine, folder, paths),
          firstSectionCase(engine, paths),
        ],
        notes: () => [
          `${lines} lines of ${traces} traces and ${samples} samples, ${bytes}, in memory; reader: ${reader}.`,
        ],
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

const wholeCase = (name: string, measure: () => Promise<number>): BenchCase => ({
  name,
  callsPerRound: 1,
  mostRounds: MOST_ROUNDS,
  drawArgument: () => 0,
  ours: async () => [await measure()],
  peer: null,
});

const examineCase = (engine: BenchEngine, folder: string): BenchCase =>
  wholeCase('look through', async () => {
    const ms = await timed(() => engine.calls.examineFolder({ requestId: 1, path: folder }));
    // What was learnt is kept, and would make the next look quicker than a first one.
    await engine.forgetSurveys();
    return ms;
  });

const openCase = (engine: BenchEngine, paths: readonly string[]): BenchCase =>
  wholeCase('open all', async () => {
    const ms = await timed(() => openAll(engine.calls, paths));
    await closeAll(engine);
    return ms;
  });

const bothCase = (engine: BenchEngine, folder: string, paths: readonly string[]): BenchCase =>
  wholeCase('look through and open all', async () => {
    const ms = await timed(async () => {
      await engine.calls.examineFolder({ requestId: 1, path: folder });
      await openAll(engine.calls, paths);
    });
    await closeAll(engine);
    return ms;
  });

/** All lines stay open from the first call on. */
function firstSectionCase(engine: BenchEngine, paths: readonly string[]): BenchCase {
  let ids: readonly SurveyId[] | null = null;
  return {
    name: 'section of one of 500 open lines',
    callsPerRound: 4,
    drawArgument: (random) => random(SIZES.lines),
    async ours(lines) {
      ids ??= await openAll(engine.calls, paths);
      const times: number[] = [];
      for (const line of lines) {
        const caller = new SliceCaller(engine, ids[line]!);
        times.push(await caller.time({ orientation: 'traces', index: traceIndex(0), count: SIZES.traces }));
        await caller.release();
      }
      return times;
    },
    peer: null,
  };
}

async function openAll(calls: EngineCalls, paths: readonly string[]): Promise<SurveyId[]> {
  const outcomes = await calls.openSurveys(paths);
  return outcomes.map((outcome) => {
    if ('fault' in outcome) throw new CrosslineError(outcome.fault);
    return outcome.info.id;
  });
}

async function closeAll(engine: BenchEngine): Promise<void> {
  const { calls } = engine;
  await Promise.all((await calls.listSurveys()).map(({ id }) => calls.closeSurvey(id)));
  await engine.forgetSurveys();
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
