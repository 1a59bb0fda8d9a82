/** Wiggles down the time of a tie's gate. */
import type { ElementSize } from '../../bindings/use-element-size.ts';
import { strokeLine, strokePoints } from './draw-polyline.ts';
import { rowOfSample } from './sample-rows.ts';

export interface TieWiggle {
  /** NaN where nothing is heard. */
  readonly samples: Float32Array;
  readonly colour: string;
  /** CSS pixels. */
  readonly width: number;
  /** What lies right of the line of zero is filled. */
  readonly isFilled: boolean;
}

/** Of half the width, at the largest amplitude. */
const REACH = 0.94;
const FILL_ALPHA = 0.35;

/** @param peak amplitude at the reach; 0 draws flat lines */
export function drawTieTraces(
  context: CanvasRenderingContext2D,
  { width, height }: ElementSize,
  axisColour: string,
  peak: number,
  wiggles: readonly TieWiggle[],
): void {
  context.clearRect(0, 0, width, height);
  const middle = width / 2;
  const scale = peak > 0 ? (middle * REACH) / peak : 0;
  context.lineWidth = 1;
  context.strokeStyle = axisColour;
  strokeLine(context, [middle, 0], [middle, height]);
  for (const { samples, colour, width: lineWidth, isFilled } of wiggles) {
    const count = samples.length;
    const pointAt = (k: number) => ({ x: middle + samples[k]! * scale, y: rowOfSample(k, count, height) });
    if (isFilled) fillRight(context, count, middle, colour, pointAt);
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    strokePoints(context, count, pointAt);
  }
}

function fillRight(
  context: CanvasRenderingContext2D,
  count: number,
  middle: number,
  colour: string,
  pointAt: (k: number) => { readonly x: number; readonly y: number },
): void {
  context.fillStyle = colour;
  context.globalAlpha = FILL_ALPHA;
  context.beginPath();
  context.moveTo(middle, 0);
  for (let k = 0; k < count; k += 1) {
    const { x, y } = pointAt(k);
    // A comparison with NaN is false.
    context.lineTo(x > middle ? x : middle, y);
  }
  context.lineTo(middle, pointAt(count - 1).y);
  context.fill();
  context.globalAlpha = 1;
}
