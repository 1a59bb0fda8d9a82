/** How a layout's chunks are cut, so that each plane decodes few samples that it does not need. */
import { LAYOUTS_OF_PLANE, layoutAxes, type CubeLayout, type CubeShape } from './cube-layouts.ts';

/** Elements of a chunk along the axes of the cube. */
interface ChunkExtents {
  inline: number;
  crossline: number;
  sample: number;
}

/**
 * 64 KB: decoded and shuffled in the second cache; smaller ones cost more for being found than for being decoded (32 KB: a
 * tenth more for a plane, 256 KB the same).
 */
const LEAST_ELEMENTS = 16_384;
/** 1 MB: larger planes have larger chunks, so that those of a large survey stay few enough to be listed. */
const MOST_ELEMENTS = 262_144;
/** Of a layout: their index has 50 MB, which is made in memory, and is read whole on opening. */
const MOST_LISTED = 1_000_000;
/** So many decode beside one another on any machine, and the last thread waits little for. */
const CHUNKS_IN_PLANE = 32;
/**
 * Of a layout that serves two kinds of planes, along both: each decodes four times what it shows, and leaves the next three
 * decoded.
 */
const SHARED_THICKNESS = 4;

type PlaneKind = keyof typeof LAYOUTS_OF_PLANE;
const AXIS_ACROSS = { inline: 'inline', crossline: 'crossline', sample: 'sample' } as const;

/** The kinds of planes that are read from a layout where these are stored. */
export const planesServed = (layout: CubeLayout, stored: readonly CubeLayout[]): readonly PlaneKind[] =>
  (Object.keys(LAYOUTS_OF_PLANE) as PlaneKind[]).filter(
    (plane) => LAYOUTS_OF_PLANE[plane].find((each) => stored.includes(each)) === layout,
  );

/**
 * @param slabInlines inlines that are written at once; a multiple of the chunk's, unless all fit
 * @returns along the dataset's axes, slowest first
 */
export function chunkShape(
  layout: CubeLayout,
  stored: readonly CubeLayout[],
  shape: CubeShape,
  slabInlines: number,
): readonly [number, number, number] {
  const most: ChunkExtents = {
    inline: Math.min(slabInlines, shape.inlines),
    crossline: shape.crosslines,
    sample: shape.samples,
  };
  const extents = { ...most };
  const planes = planesServed(layout, stored);
  const elements = elementsOf(shape);
  const across = planes.map((plane) => AXIS_ACROSS[plane]);
  if (across.length === 3) thin(extents, across, Math.round(Math.cbrt(elements)));
  else thin(extents, across, across.length === 2 ? SHARED_THICKNESS : 1);
  // What is left along the other axes: samples first, which lie together in the layouts of traces.
  const others = (['sample', 'inline', 'crossline'] as const).filter((axis) => !across.includes(axis));
  let room = elements / across.reduce((product, axis) => product * extents[axis], 1);
  for (const axis of others) {
    extents[axis] = evenPart(most[axis], Math.max(1, room));
    room /= extents[axis];
  }
  extents.inline = divisorUpTo(slabInlines, extents.inline);
  thicken(extents, across, most, shape);
  const axes = layoutAxes(layout);
  const result: [number, number, number] = [1, 1, 1];
  for (const axis of ['inline', 'crossline', 'sample'] as const) result[axes[axis]] = extents[axis];
  return result;
}

function thin(extents: ChunkExtents, axes: readonly (keyof ChunkExtents)[], thickness: number): void {
  for (const axis of axes) extents[axis] = Math.min(extents[axis], thickness);
}

/** Where slabs are narrow because inlines are large, chunks would be slivers beyond number: better they are thick. */
function thicken(
  extents: ChunkExtents,
  axes: readonly (keyof ChunkExtents)[],
  most: ChunkExtents,
  { inlines, crosslines, samples }: CubeShape,
): void {
  const count = (): number =>
    Math.ceil(inlines / extents.inline) *
    Math.ceil(crosslines / extents.crossline) *
    Math.ceil(samples / extents.sample);
  const growing = axes.filter((axis) => axis !== 'inline');
  while (count() > MOST_LISTED && growing.some((axis) => extents[axis] < most[axis])) {
    for (const axis of growing) extents[axis] = Math.min(most[axis], 2 * extents[axis]);
  }
}

function elementsOf({ inlines, crosslines, samples }: CubeShape): number {
  const smallestPlane = Math.min(crosslines * samples, inlines * samples, inlines * crosslines);
  return Math.min(MOST_ELEMENTS, Math.max(LEAST_ELEMENTS, smallestPlane / CHUNKS_IN_PLANE));
}

/** Parts of about one length, none longer than `most`. */
function evenPart(size: number, most: number): number {
  const parts = Math.max(1, Math.ceil(size / most));
  return Math.max(1, Math.ceil(size / parts));
}

function divisorUpTo(size: number, most: number): number {
  for (let divisor = Math.min(size, most); divisor > 1; divisor -= 1) if (size % divisor === 0) return divisor;
  return 1;
}
