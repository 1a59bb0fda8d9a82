/** Times of what the tie panel shows, in ms. */
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import type { TieTrace } from '../../../shared/ties/signal/tie-trace.ts';
import type { Gate } from './tie-panel-store.ts';

/** What both traces have; from > to where they have nothing in common. */
export function timesInCommon(traces: readonly [TieTrace, TieTrace]): Gate {
  const last = ({ startMs, intervalMs, samples }: TieTrace): number => startMs + (samples.length - 1) * intervalMs;
  return [Math.max(traces[0].startMs, traces[1].startMs), Math.min(last(traces[0]), last(traces[1]))];
}

/** Of the first and of the last sample in the gate. */
export const gateTimes = ({
  axis: { startMs, intervalMs },
  gate: { first, end },
}: Pick<TieDetail, 'axis' | 'gate'>): Gate => [startMs + first * intervalMs, startMs + (end - 1) * intervalMs];
