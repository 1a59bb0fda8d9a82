/** The costs of a tie's warping, as strong as they are high, and the path through them. */
import type { ElementSize } from '../../bindings/use-element-size.ts';
import type { DtwPath } from '../../../shared/ties/warp/dtw-path.ts';
import type { CostPicture } from '../../state/ties/cost-picture.ts';
import { strokePoints } from './draw-polyline.ts';
import { rowOfSample } from './sample-rows.ts';

/** In means of all costs: what is strongest. Errors of two sines are seldom larger. */
const STRONGEST = 3;
const STRONGEST_ALPHA = 0.85;
const PATH_WIDTH = 1.75;

/** Place of a lag in samples, half a sample of room on either side of the last ones. */
export const columnOfLag = (lag: number, columns: number, width: number): number =>
  ((lag + (columns - 1) / 2 + 0.5) / columns) * width;

/** @param path null: none comes through */
export function drawCost(
  context: CanvasRenderingContext2D,
  { width, height }: ElementSize,
  picture: CostPicture,
  path: DtwPath | null,
  colourOf: (token: string) => string,
): void {
  context.clearRect(0, 0, width, height);
  const drawn = paintCosts(picture, colourOf('--text'));
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(drawn, 0, 0, width, height);
  if (path === null) return;
  context.strokeStyle = colourOf('--danger');
  context.lineWidth = PATH_WIDTH;
  const { columns, rows } = picture;
  strokePoints(context, path.i.length, (k) => ({
    x: columnOfLag(path.j[k]! - path.i[k]!, columns, width),
    y: rowOfSample(path.j[k]!, rows, height),
  }));
}

/** One pixel a cell: the colour, as opaque as the cell costs. */
function paintCosts({ columns, rows, costs, mean }: CostPicture, colour: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, columns, rows);
  const image = context.getImageData(0, 0, columns, rows);
  const scale = mean > 0 ? (255 * STRONGEST_ALPHA) / (STRONGEST * mean) : 0;
  for (let cell = 0; cell < costs.length; cell += 1) {
    // What is no number becomes 0, and what is beyond the strongest is cut off.
    image.data[4 * cell + 3] = Math.min(costs[cell]! * scale, 255 * STRONGEST_ALPHA);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
