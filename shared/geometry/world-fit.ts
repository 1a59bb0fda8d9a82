/** How well stored trace positions follow the affine map that was fitted to them. */
export interface WorldFitQuality {
  /** Root mean square and largest distance between stored and fitted positions, in world units. */
  readonly rmsResidual: number;
  readonly maxResidual: number;
  /** 0-based in the file, of the trace with the largest distance. */
  readonly maxTrace: number;
  /** Whose positions were fitted. */
  readonly traceCount: number;
  /** Traces whose coordinates are too far from where their line numbers put them to be meant. */
  readonly leftOutCount: number;
}
