/** What a scene of lines alone stands on: a box round them, counted in metres towards the north and the east. */
import type { SampleAxis } from '../../../shared/axes.ts';
import { sampleValueAt } from '../../../shared/axes.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { CubeAxes } from '../ground.ts';
import type { FenceLine } from './fence-line.ts';

export interface LinesGround {
  /** Inlines are northings, crosslines eastings, one each metre (or foot): their numbers are the coordinates. */
  readonly axes: CubeAxes;
  readonly worldFromGrid: WorldFromGrid;
}

/** Null where no line has a position. */
export function linesGround(lines: readonly FenceLine[]): LinesGround | null {
  const [west, east] = rangeOf(lines.map(({ x }) => x));
  const [south, north] = rangeOf(lines.map(({ y }) => y));
  if (!(west <= east) || !(south <= north)) return null;
  const axisOf = (low: number, high: number) => {
    const first = Math.floor(low);
    // A line due east has no extent towards the north; a box needs one.
    const last = Math.max(Math.ceil(high), first + 1);
    return { first, last, step: 1, count: last - first + 1 };
  };
  const [inline, crossline] = [axisOf(south, north), axisOf(west, east)];
  return {
    axes: { inline, crossline, samples: commonSamples(lines.map(({ samples }) => samples)) },
    worldFromGrid: {
      originX: crossline.first,
      originY: inline.first,
      inlineX: 0,
      inlineY: 1,
      crosslineX: 1,
      crosslineY: 0,
    },
  };
}

/** From the earliest to the latest sample of all, in the finest steps. */
function commonSamples(all: readonly SampleAxis[]): SampleAxis {
  const firstSampleMs = Math.min(...all.map((samples) => samples.firstSampleMs));
  const last = Math.max(...all.map((samples) => sampleValueAt(samples, samples.count - 1)));
  const sampleIntervalUs = Math.min(...all.map((samples) => samples.sampleIntervalUs));
  const count = Math.ceil(((last - firstSampleMs) * 1000) / sampleIntervalUs) + 1;
  const domain = all.find((samples) => samples.domain !== 'unknown')?.domain ?? 'unknown';
  return { firstSampleMs, sampleIntervalUs, count, domain };
}

function rangeOf(arrays: readonly Float64Array[]): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const values of arrays) {
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
