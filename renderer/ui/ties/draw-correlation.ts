/** The correlation of a tie's traces over the lag between them. */
import type { ElementSize } from '../../bindings/use-element-size.ts';
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import { strokeLine, strokePoints } from './draw-polyline.ts';

export type CorrelationCurve = Pick<TieDetail, 'correlation' | 'envelope' | 'maxLag' | 'estimate'> & {
  readonly intervalMs: number;
};

/** CSS pixels kept free above 1 and below -1. */
const MARGIN = 5;
const PEAK_RADIUS = 3;

/** Place of a lag, which `mostMs` and `-mostMs` bound. */
export const xOfLag = (lagMs: number, mostMs: number, width: number): number =>
  ((lagMs + mostMs) / (2 * mostMs)) * width;

/** Place of a correlation, -1 to 1. */
export const yOfCorrelation = (value: number, height: number): number => height / 2 - value * (height / 2 - MARGIN);

export function drawCorrelation(
  context: CanvasRenderingContext2D,
  { width, height }: ElementSize,
  { correlation, envelope, maxLag, estimate, intervalMs }: CorrelationCurve,
  colourOf: (token: string) => string,
): void {
  context.clearRect(0, 0, width, height);
  const mostMs = maxLag * intervalMs;
  const xOf = (lagMs: number): number => xOfLag(lagMs, mostMs, width);
  const yOf = (value: number): number => yOfCorrelation(value, height);
  const curve = (values: Float64Array, sign: 1 | -1): void =>
    strokePoints(context, values.length, (k) => ({ x: xOf((k - maxLag) * intervalMs), y: yOf(sign * values[k]!) }));

  context.lineWidth = 1;
  context.strokeStyle = colourOf('--border-strong');
  strokeLine(context, [0, yOf(0)], [width, yOf(0)]);
  strokeLine(context, [xOf(0), 0], [xOf(0), height]);
  context.strokeStyle = colourOf('--text-muted');
  context.setLineDash([3, 3]);
  curve(envelope, 1);
  curve(envelope, -1);
  context.setLineDash([]);
  context.lineWidth = 1.5;
  context.strokeStyle = colourOf('--accent');
  curve(correlation, 1);
  if (estimate === null) return;
  const { shiftMs, quality } = estimate;
  context.lineWidth = 1;
  context.strokeStyle = context.fillStyle = colourOf('--danger');
  strokeLine(context, [xOf(shiftMs), 0], [xOf(shiftMs), height]);
  context.beginPath();
  context.arc(xOf(shiftMs), yOf(quality), PEAK_RADIUS, 0, 2 * Math.PI);
  context.fill();
}
