/** The stages of a search for crossings, as the timing panel lists them. */
import type { SearchTiming } from '../../state/crossings/crossings-store.ts';

export interface SearchStage {
  readonly stage: string;
  readonly name: string;
  /** What it is, for the tooltip. */
  readonly meaning: string;
  /** Null until it is measured. */
  readonly ms: number | null;
}

export function searchStages({ stages, transferMs, drawMs }: SearchTiming): readonly SearchStage[] {
  const { loadMs, indexMs, searchMs, exactMs } = stages;
  return [
    { stage: 'load', name: 'Load', meaning: 'Looking up where the traces of the open lines are', ms: loadMs },
    { stage: 'index', name: 'Index', meaning: 'Which vertices there are', ms: indexMs },
    { stage: 'search', name: 'Search', meaning: 'Which segments meet', ms: searchMs },
    { stage: 'exact', name: 'Exact', meaning: 'Order, places and overlaps, exactly', ms: exactMs },
    {
      stage: 'transfer',
      name: 'Transfer',
      meaning: 'To the job’s process, back to the engine and on to the page',
      ms: transferMs,
    },
    {
      stage: 'draw',
      name: 'Draw',
      meaning: 'From their arrival to the frame in which table, map and marks show them',
      ms: drawMs,
    },
  ];
}
