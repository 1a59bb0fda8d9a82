/** Reading all trace headers, against segyio with its memory mapping, and opening what was scanned before. */
import { NO_OVERRIDES } from '../../../shared/mapping/segy-mapping.ts';
import { describeFile } from '../../formats/segy/describe-file.ts';
import { createReader } from '../../native/open-reader.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { bytesText } from '../harness/bytes-text.ts';
import { openBenchEngine } from '../read/bench-engine.ts';
import { createJobLauncher } from '../read/job-launcher.ts';
import { readThrough } from '../read/read-through.ts';
import { reopenCase } from './reopen-case.ts';
import { scanCases } from './scan-cases.ts';

export const scanGroup: BenchGroup = {
  name: 'scan',
  description: 'reading all trace headers of a SEG-Y file that is in memory',
  needsFile: true,
  peer: { modules: ['segyio', 'numpy'], script: 'segyio_scan.py' },
  async prepare({ file: path, peer, signal }) {
    const launcher = createJobLauncher();
    const reader = createReader();
    const file = await reader.openFile(path);
    const engine = await openBenchEngine(launcher);
    const close = async (): Promise<void> => {
      await engine.close();
      await file.close();
    };
    try {
      const description = await describeFile(file, NO_OVERRIDES);
      await readThrough(path, signal);
      await file.populateResident(signal);
      const survey = await engine.openScanned(path);
      await engine.calls.closeSurvey(survey.id);
      const { layout } = description;
      return {
        cases: [...scanCases({ file, description, launcher, peer }), reopenCase(path, engine, peer)],
        notes: () => [
          `${layout.traceCount} traces, ${bytesText(file.bytes)}, in memory; reader: ${reader.kind}.`,
          'Scan: the two line-number words of every header, on both sides. Whole scan: every word that the geometry is ' +
            'made from, the search for all-zero traces and the geometry itself, in this process; beside it first ' +
            "the peer's same two words, then the same words as ours. As a job: that in a process of its own, its start included.",
          'Reopen: the engine opens a survey whose scan was kept, until its whole geometry is known. The peer keeps nothing ' +
            'and opens as usual.',
        ],
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};
