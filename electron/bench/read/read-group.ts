/** Reading a cube from engine to caller, against segyio with its memory mapping. */
import { bytesText } from '../harness/bytes-text.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { milliseconds } from '../harness/report.ts';
import { median } from '../harness/statistics.ts';
import { openBenchEngine } from './bench-engine.ts';
import { cubePlanes } from './cube-planes.ts';
import { loopDelayCase } from './loop-delay-case.ts';
import { createJobLauncher } from './job-launcher.ts';
import { openingCases } from './opening-cases.ts';
import type { Population } from './population-watch.ts';
import { SliceCaller } from './slice-caller.ts';
import { warmCases } from './warm-cases.ts';
import { readThrough } from './read-through.ts';

export const readGroup: BenchGroup = {
  name: 'read',
  description: 'opening and slicing a SEG-Y cube that is in memory',
  needsFile: true,
  peer: { modules: ['segyio', 'numpy'], script: 'segyio_read.py' },
  async prepare({ file, peer, signal }) {
    const launcher = createJobLauncher();
    const engine = await openBenchEngine(launcher);
    // A second engine, since the first has the survey open and would hand it out again.
    const freshEngine = await openBenchEngine(launcher);
    const close = async (): Promise<void> => {
      await freshEngine.close();
      await engine.close();
    };
    try {
      const survey = await engine.openScanned(file);
      await readThrough(file, signal);
      await engine.populated();
      const { reader } = await engine.calls.hello();
      const planes = cubePlanes(survey);
      const populations: Population[] = [];
      return {
        cases: [
          ...openingCases({ file, planes, engine: freshEngine, peer, populations }),
          ...warmCases(planes, new SliceCaller(engine, survey.id), peer),
          loopDelayCase(survey.id, planes, engine),
        ],
        notes: () => [`${bytesText(survey.fileBytes)}, in memory; reader: ${reader}.`, populationNote(populations)],
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

function populationNote(populations: readonly Population[]): string {
  const ms = milliseconds(median(populations.map((population) => population.ms)));
  const bytes = bytesText(median(populations.map((population) => population.bytes)));
  return (
    `First time slice: opening mapped the resident ${bytes} in the background (on Linux by MADV_POPULATE_READ, ${ms}), ` +
    'and the slice was asked for when that had ended. Open to first time slice: asked for at once, mapping included.'
  );
}
