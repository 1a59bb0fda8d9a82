import type { SegyDescription } from '../../formats/segy/describe-file.ts';
import { scanFile } from '../../formats/segy/scan-file.ts';
import { TRACE_WORDS } from '../../formats/segy/trace-header.ts';
import { gatherTraceColumns } from '../../formats/segy/trace-runs.ts';
import { JobRunner } from '../../jobs/job-runner.ts';
import type { ProcessLauncher } from '../../jobs/process-launcher.ts';
import { columnTypeOf, createColumn } from '../../native/header-column.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import { timeEach } from './time-each.ts';

export interface ScanParts {
  /** Mapped as far as it is in memory. */
  readonly file: OpenFile;
  readonly description: SegyDescription;
  readonly launcher: ProcessLauncher;
  readonly peer: PeerProcess | null;
}

const LINE_WORDS = [TRACE_WORDS.inline, TRACE_WORDS.crossline];
/** Each starts a process. */
const MOST_JOBS = 40;

/** `scan` reads on both sides the same two words of every header. The others say what a scan costs a user. */
export function scanCases({ file, description, launcher, peer }: ScanParts): BenchCase[] {
  const { layout } = description;
  const whole = { first: 0, count: layout.traceCount };
  const ignored = { signal: null, onProgress: (): void => undefined };
  const runner = new JobRunner(launcher, () => undefined);
  const peerOf = (name: string): BenchCase['peer'] => peer && ((rounds) => peer.timeCalls(name, rounds));
  const common = { callsPerRound: 1, drawArgument: () => 0 };
  const scanWhole = timeEach(() => scanFile(file, description, ignored));
  return [
    {
      ...common,
      name: 'scan',
      ours: timeEach(async () => {
        const columns = LINE_WORDS.map((word) => createColumn(columnTypeOf(word), layout.traceCount));
        await gatherTraceColumns(file, layout, whole, LINE_WORDS, columns, null);
        return columns;
      }),
      peer: peerOf('two words'),
    },
    { ...common, name: 'whole scan', ours: scanWhole, peer: peerOf('two words') },
    { ...common, name: 'whole scan, peer reads as many words', ours: scanWhole, peer: peerOf('all words') },
    {
      ...common,
      name: 'whole scan as a job',
      mostRounds: MOST_JOBS,
      ours: timeEach(() => runner.start('scan', 'bench', { path: file.path, overrides: description.overrides }).result),
      peer: peerOf('two words'),
    },
  ];
}
