import { DEFAULT_WARP, type WarpOptions } from './warp/warp-pair.ts';

export interface TieOptions {
  /** Two-way times between which traces are compared, in ms; null: from the first sample of any line to the last of any. */
  readonly gateMs: readonly [from: number, to: number] | null;
  readonly maxShiftMs: number;
  /** Crossings below it say nothing of the lines. */
  readonly minQuality: number;
  /** Lines that are right: places among the lines. */
  readonly references: readonly number[];
  /** Crossings that say nothing of the lines whatever their quality: places among the crossings. */
  readonly rejected: readonly number[];
  /** See `Network.damping`. */
  readonly damping: number;
  /** Null: one shift a line, constant in time. */
  readonly warp: WarpOptions | null;
}

/** As other programs have them by default; the damping moves a shift of 20 ms at one crossing by 0.02 ms. */
export const DEFAULT_TIE_OPTIONS: TieOptions = {
  gateMs: null,
  maxShiftMs: 100,
  minQuality: 0.5,
  references: [],
  rejected: [],
  damping: 0.001,
  warp: DEFAULT_WARP,
};
