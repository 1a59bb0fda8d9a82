/** The body of the adjust job: the corrections of lines whose traces at crossings are known. */
import { setImmediate } from 'node:timers/promises';
import { adjustTies, type AdjustedTies } from '../../../shared/ties/adjust-ties.ts';
import type { TieCrossing } from '../../../shared/ties/tie-crossing.ts';
import type { TieOptions } from '../../../shared/ties/tie-options.ts';
import { cancelled } from '../../native/file-faults.ts';
import type { CrossingContext } from '../crossings/find-crossings-of-files.ts';

export interface AdjustParameters {
  readonly lineCount: number;
  readonly crossings: readonly TieCrossing[];
  readonly options: TieOptions;
}

/** @throws CrosslineError cancelled */
export function adjustCrossings(
  { lineCount, crossings, options }: AdjustParameters,
  { signal, onProgress }: Pick<CrossingContext, 'signal' | 'onProgress'>,
): Promise<AdjustedTies> {
  const turn = async (): Promise<void> => {
    // A cancel is heard only while the event loop turns.
    await setImmediate();
    if (signal.aborted) throw cancelled();
  };
  return adjustTies(lineCount, crossings, options, { onProgress, turn });
}
