/**
 * The cube file of a SEG-Y cube: an HDF5 file with the same samples once for each kind of slice. Slices come from it where it
 * fits; headers, exact values and everything else stay with the SEG-Y file.
 */
import type { CrosslineFault } from './errors.ts';

export type CubeFileState =
  /** None is there. */
  | {
      readonly status: 'none';
      /** Where it would be built. */
      readonly path: string;
      /** Of the samples in it. */
      readonly expectedBytes: number;
      /** A build was interrupted; the next one goes on behind what it finished. */
      readonly isBegun: boolean;
    }
  | { readonly status: 'building'; readonly path: string; readonly jobId: string }
  | {
      readonly status: 'serving';
      readonly path: string;
      readonly bytes: number;
      /** E.g. `ilines`, `hlines`. */
      readonly layouts: readonly string[];
    }
  /** A file of that name is there and is not used. */
  | {
      readonly status: 'unused';
      readonly path: string;
      /** `stale`: made of another file, or of another state or reading of this one. `foreign`: no cube file of ours. */
      readonly why: 'stale' | 'foreign' | 'unreadable';
      /** One sentence. */
      readonly reason: string;
    }
  /** It served slices and no longer can; they come from the SEG-Y file again. */
  | { readonly status: 'lost'; readonly path: string; readonly fault: CrosslineFault };

export interface BuildCubeOptions {
  /** Where to write it; beside the survey's file where left out. */
  readonly folder?: string;
  /** Replace a file of that name. */
  readonly replace?: boolean;
}
