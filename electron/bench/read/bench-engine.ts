import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EngineCalls } from '../../../shared/contract.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { ScanWatch } from '../../engine/scan-watch.ts';
import type { ProcessLauncher } from '../../jobs/process-launcher.ts';
import { createReader } from '../../native/open-reader.ts';
import { VERSION } from '../../version.ts';
import { PopulationWatch } from './population-watch.ts';
import type { Population } from './population-watch.ts';

/** Between two looks whether jobs are still running. */
const LOOK_EVERY_MS = 5;

export interface BenchEngine {
  readonly calls: EngineCalls;
  nextRequestId(): number;
  /** Waits until the file opened last is mapped as far as it is in memory. */
  populated(): Promise<Population>;
  /** Opens its first survey and waits for the scan that follows. */
  openScanned(path: string): Promise<SurveyInfo>;
  /** Waits until no job runs, then drops what was kept of earlier openings: the next one sees an unknown file. */
  forgetSurveys(): Promise<void>;
  close(): Promise<void>;
}

/** An engine that keeps no slices, so that each is read from the file, and whose folders are its own. */
export async function openBenchEngine(launcher: ProcessLauncher): Promise<BenchEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'crossline-bench-'));
  const folders = { state: folder, cache: join(folder, 'cache'), sample: join(folder, 'sample') };
  const population = new PopulationWatch(createReader());
  const { reader } = population;
  const engine = createEngine({ host: 'browser', version: VERSION, launcher, folders, reader, cacheBudgetBytes: 0 });
  const scan = new ScanWatch();
  const { calls } = engine.attachLocal(scan);
  let lastRequestId = 0;
  return {
    calls,
    populated: () => population.latest(),
    nextRequestId: () => (lastRequestId += 1),
    openScanned: async (path) => scan.finished(await calls.openSurvey(path)),
    async forgetSurveys() {
      while ((await calls.listJobs()).length > 0) await delay(LOOK_EVERY_MS);
      await rm(folders.cache, { recursive: true, force: true });
    },
    async close() {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
