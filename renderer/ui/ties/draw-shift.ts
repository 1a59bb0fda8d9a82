/** A tie's shift over time, and how surely it is known. */
import type { ElementSize } from '../../bindings/use-element-size.ts';
import type { ExactWarp } from '../../../shared/ties/warp/warp-exactly.ts';
import { sureShifts } from '../../state/ties/sure-shifts.ts';
import { strokeLine, strokePoints } from './draw-polyline.ts';
import { rowOfSample } from './sample-rows.ts';

export interface ShiftCurve extends Pick<ExactWarp, 'shiftMs' | 'confidence'> {
  /** The classic shift, one for all times; null where it cannot be told. */
  readonly constantMs: number | null;
}

/** So much at least is shown: what is smaller than a millisecond should not look like much. */
const LEAST_RANGE_MS = 10;
/** Room beyond the curve, as a share of its range. */
const MARGIN = 0.08;

/** Of what is known surely and the classic shift; the curve leaves the picture where it is not sure. */
export function shiftRange(curve: ShiftCurve): readonly [lowMs: number, highMs: number] {
  const constant = curve.constantMs ?? 0;
  const [least, most] = sureShifts(curve) ?? [constant, constant];
  const [low, high] = curve.constantMs === null ? [least, most] : [Math.min(least, constant), Math.max(most, constant)];
  const more = Math.max(LEAST_RANGE_MS - (high - low), 2 * MARGIN * (high - low)) / 2;
  return [low - more, high + more];
}

export const xOfShift = (shiftMs: number, [low, high]: readonly [number, number], width: number): number =>
  ((shiftMs - low) / (high - low)) * width;

const CONFIDENCE_ALPHA = 0.18;

/** The confidence is an area from the left edge, 0, to the right one, 1. */
export function drawShift(
  context: CanvasRenderingContext2D,
  { width, height }: ElementSize,
  curve: ShiftCurve,
  colourOf: (token: string) => string,
): void {
  context.clearRect(0, 0, width, height);
  const { shiftMs, confidence, constantMs } = curve;
  const [count, range] = [shiftMs.length, shiftRange(curve)];
  const yOf = (k: number): number => rowOfSample(k, count, height);
  context.fillStyle = colourOf('--accent');
  context.globalAlpha = CONFIDENCE_ALPHA;
  context.beginPath();
  context.moveTo(0, 0);
  for (let k = 0; k < count; k += 1) context.lineTo(confidence[k]! * width, yOf(k));
  context.lineTo(0, height);
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1;
  if (constantMs !== null) {
    context.strokeStyle = colourOf('--text-muted');
    context.setLineDash([3, 3]);
    const x = xOfShift(constantMs, range, width);
    strokeLine(context, [x, 0], [x, height]);
    context.setLineDash([]);
  }
  context.lineWidth = 1.5;
  context.strokeStyle = colourOf('--danger');
  strokePoints(context, count, (k) => ({ x: xOfShift(shiftMs[k]!, range, width), y: yOf(k) }));
}
