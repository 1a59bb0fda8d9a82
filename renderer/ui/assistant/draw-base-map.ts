/** The positions of traces on a canvas. Their outline is the survey's grid, or the way along a line. */
import { extentOf } from '../../../shared/geometry/world-extent.ts';
import { worldPoint, type PointInWorld, type WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import { baseMapLayout, type BaseMapLayout } from './base-map-layout.ts';

export interface MapColours {
  readonly trace: string;
  readonly outline: string;
}

/** Null where the file has no positions by this reading. */
export function mapOf({ baseMap, info }: MappingPreview, width: number, height: number): BaseMapLayout | null {
  if (baseMap === null) return null;
  const corners = cornersOf(info);
  const extent = extentOf([...baseMap.x, ...corners.map(({ x }) => x)], [...baseMap.y, ...corners.map(({ y }) => y)]);
  return extent === null ? null : baseMapLayout(extent, width, height);
}

export function drawBaseMap(
  canvas: HTMLCanvasElement,
  { baseMap, info }: MappingPreview,
  layout: BaseMapLayout,
  size: { readonly width: number; readonly height: number; readonly dotSize: number },
  colours: MapColours,
): void {
  const context = canvas.getContext('2d');
  if (context === null || baseMap === null) return;
  const density = window.devicePixelRatio;
  canvas.width = Math.round(size.width * density);
  canvas.height = Math.round(size.height * density);
  context.scale(density, density);
  context.strokeStyle = colours.outline;
  context.lineWidth = 1;
  const corners = cornersOf(info);
  if (corners.length > 0) strokePath(context, [...corners, corners[0]!], layout);
  else if (info.kind === 'line') strokePath(context, pointsOf(baseMap), layout);
  context.fillStyle = colours.trace;
  for (const point of pointsOf(baseMap)) {
    const { x, y } = layout.pointOf(point);
    context.fillRect(x - size.dotSize / 2, y - size.dotSize / 2, size.dotSize, size.dotSize);
  }
}

function strokePath(context: CanvasRenderingContext2D, path: readonly PointInWorld[], layout: BaseMapLayout): void {
  context.beginPath();
  for (const point of path) {
    const { x, y } = layout.pointOf(point);
    context.lineTo(x, y);
  }
  context.stroke();
}

const pointsOf = ({ x, y }: NonNullable<MappingPreview['baseMap']>): PointInWorld[] =>
  Array.from(x, (easting, i) => ({ x: easting, y: y[i]! }));

/** Round the grid; empty where the survey has none, or it is not known where it lies. */
function cornersOf({ inline, crossline, worldFromGrid }: MappingPreview['info']): PointInWorld[] {
  if (inline === null || crossline === null || worldFromGrid === null) return [];
  const at = (i: number, j: number, world: WorldFromGrid): PointInWorld =>
    worldPoint(world, { inline: i, crossline: j });
  const [i, j] = [inline.count - 1, crossline.count - 1];
  return [at(0, 0, worldFromGrid), at(0, j, worldFromGrid), at(i, j, worldFromGrid), at(i, 0, worldFromGrid)];
}
