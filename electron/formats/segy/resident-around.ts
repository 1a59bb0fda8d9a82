/** How far a system reads ahead: how many traces round one that was just read came with it. */
import type { OpenFile } from '../../native/native-reader.ts';
import { sampleOffset, type TraceLayout } from './trace-layout.ts';

/** Linux reads 128 KB round a page fault by default, 30 traces of 1,000 samples; some disks are set to megabytes. */
const WIDTHS = [64, 4096];

/** Null where the system cannot tell, or where the traces are not evenly spaced. */
export function residentAround(file: OpenFile, layout: TraceLayout, trace: number, sample: number): number | null {
  let most: number | null = null;
  for (const width of WIDTHS) {
    const first = Math.max(0, Math.min(trace - width / 2, layout.traceCount - width));
    const rows = Math.min(width, layout.traceCount);
    const stored = Math.min(sample, layout.sampleCount - 1);
    const share = file.residentShare({
      offset: sampleOffset(layout, first, stored),
      rows,
      rowStrideBytes: layout.strideBytes,
      rowBytes: layout.bytesPerSample,
    });
    if (share === null) return null;
    most = Math.max(most ?? 1, share * rows);
  }
  return most;
}
