/**
 * Meandering river channels, buried and filled with sand. The centre line is a sine-generated curve (Langbein and
 * Leopold 1966: the direction swings as a sine of the distance along the river), which is what real meanders look like
 * and lets loops lean back on themselves.
 */
import { createRandom } from './random.ts';

interface ChannelShape {
  readonly seed: number;
  /** Where the river enters at v = -0.2, and the mean direction: 0 along growing v, positive towards growing u. */
  readonly startU: number;
  readonly headingDeg: number;
  /** Lengths as fractions of the survey's mean side. */
  readonly halfWidth: number;
  readonly meanderLength: number;
  /** Largest swing of the direction; beyond 90 degrees the loops lean back. */
  readonly swingDeg: number;
  /** Thickness of the fill at the centre, ms of two-way time. */
  readonly depthMs: number;
  /** Offset of the channel's top from its surface, ms. */
  readonly offsetMs: number;
  readonly topCoefficient: number;
  readonly baseCoefficient: number;
}

const SHAPES: readonly ChannelShape[] = [
  {
    seed: 11,
    startU: 0.44,
    headingDeg: 6,
    halfWidth: 0.017,
    meanderLength: 0.34,
    swingDeg: 92,
    depthMs: 30,
    offsetMs: 0,
    topCoefficient: -0.9,
    baseCoefficient: 1.05,
  },
  {
    seed: 5,
    startU: 0.86,
    headingDeg: -24,
    halfWidth: 0.009,
    meanderLength: 0.2,
    swingDeg: 62,
    depthMs: 20,
    offsetMs: -46,
    topCoefficient: -0.7,
    baseCoefficient: 0.75,
  },
];

/** Centre points per meander. Straight pieces between them are shorter than a bin. */
const POINTS_PER_MEANDER = 90;
/** Rivers run from v = -0.2 to 1.2, beyond all 2D lines. */
const MARGIN = 0.2;

export interface Channel {
  readonly depthMs: number;
  readonly offsetMs: number;
  readonly topCoefficient: number;
  readonly baseCoefficient: number;
  /** Share of the full depth at a place, 0 on and beyond the banks. Metres from u = 0, v = 0. */
  depthShareAt(uM: number, vM: number): number;
}

function centreLine(shape: ChannelShape, uLengthM: number, vLengthM: number): Float64Array {
  const random = createRandom(shape.seed);
  const side = Math.sqrt(uLengthM * vLengthM);
  const stepM = (shape.meanderLength * side * 1.6) / POINTS_PER_MEANDER;
  const points: number[] = [];
  let uM = shape.startU * uLengthM;
  let vM = -MARGIN * vLengthM;
  let phase = random.between(0, 2 * Math.PI);
  let swing = 1;
  let length = 1;
  for (let i = 0; vM < (1 + MARGIN) * vLengthM && i < 60 * POINTS_PER_MEANDER; i++) {
    if (i % (POINTS_PER_MEANDER / 2) === 0) {
      swing = random.between(0.75, 1.15);
      length = random.between(0.75, 1.3);
    }
    points.push(uM, vM);
    const direction = ((shape.headingDeg + swing * shape.swingDeg * Math.sin(phase)) * Math.PI) / 180;
    uM += stepM * Math.sin(direction);
    vM += stepM * Math.cos(direction);
    phase += (2 * Math.PI) / (POINTS_PER_MEANDER * length);
  }
  return Float64Array.from(points);
}

function createChannel(shape: ChannelShape, uLengthM: number, vLengthM: number): Channel {
  const points = centreLine(shape, uLengthM, vLengthM);
  const halfWidthM = shape.halfWidth * Math.sqrt(uLengthM * vLengthM);
  const { depthMs, offsetMs, topCoefficient, baseCoefficient } = shape;
  return {
    depthMs,
    offsetMs,
    topCoefficient,
    baseCoefficient,
    depthShareAt(uM, vM) {
      let nearest = halfWidthM * halfWidthM;
      for (let i = 0; i + 3 < points.length; i += 2) {
        const u0 = points[i]!;
        const v0 = points[i + 1]!;
        const du = points[i + 2]! - u0;
        const dv = points[i + 3]! - v0;
        const along = Math.min(Math.max(((uM - u0) * du + (vM - v0) * dv) / (du * du + dv * dv), 0), 1);
        const offU = uM - u0 - along * du;
        const offV = vM - v0 - along * dv;
        nearest = Math.min(nearest, offU * offU + offV * offV);
      }
      const share = nearest / (halfWidthM * halfWidthM);
      return 1 - share * share;
    },
  };
}

export const createChannels = (uLengthM: number, vLengthM: number): readonly Channel[] =>
  SHAPES.map((shape) => createChannel(shape, uLengthM, vLengthM));
