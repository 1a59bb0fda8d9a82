/** A slice that has arrived, with what is known of its cost so far. Upload and draw are measured later, by the views. */
import type { SliceReply } from '../../shared/slices.ts';
import type { EngineTiming } from '../../shared/timing.ts';

export interface LoadedPicture extends SliceReply {
  /** Round trip less the engine's own total, so no two clocks are compared. */
  readonly transferMs: number;
  /** `timeStamp` of the input event that asked for it, on the page's clock; null where nobody pressed or dragged. */
  readonly inputAtMs: number | null;
}

export function loadedPicture(reply: SliceReply, roundTripMs: number, inputAtMs: number | null): LoadedPicture {
  return { ...reply, transferMs: transferMsOf(roundTripMs, reply.timing), inputAtMs };
}

/** Not below zero: the engine's figure and the page's have different resolutions. */
export const transferMsOf = (roundTripMs: number, timing: EngineTiming): number =>
  Math.max(0, roundTripMs - timing.engineMs);

/** Pictures of every n-th row and column stand in until the exact one comes. */
export const isCoarse = ({ decimation }: Pick<SliceReply, 'decimation'>): boolean =>
  decimation.rows > 1 || decimation.columns > 1;
