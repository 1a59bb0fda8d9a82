import { megabytesPerSecond, type EngineTiming } from '../../../shared/timing.ts';
import { alignedLines } from '../output/aligned-lines.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';

/** Where the milliseconds of one slice went; `unknown` is what this system cannot measure. */
export function timingText(timing: EngineTiming): string {
  const ms = (value: number): string => `${value.toFixed(3)} ms`;
  const { residentShare, majorFaults, bytesRead, engineMs } = timing;
  const residency = residentShare === null ? 'unknown' : `${Math.round(100 * residentShare)}% of the pages sampled`;
  const rate = megabytesPerSecond(timing);
  const rateText = rate === null ? '' : `, ${rate.toFixed(0)} MB/s while reading and decoding`;
  return alignedLines([
    ['queued', ms(timing.queuedMs)],
    ['read', ms(timing.readMs)],
    ['decode', ms(timing.decodeMs)],
    ...(timing.stackMs === 0 ? [] : [['stack', ms(timing.stackMs)] as [string, string]]),
    ['engine, in all', ms(engineMs)],
    ['bytes read', `${bytesText(bytesRead)}${rateText}`],
    ['in memory before', residency],
    ['waits for the disk', majorFaults === null ? 'unknown' : `${majorFaults} page faults`],
    ['served from', timing.origin],
  ]);
}
