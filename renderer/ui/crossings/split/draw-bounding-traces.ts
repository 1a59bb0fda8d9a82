/** Wiggles of the traces that bound a crossing, over each other around one line. */

export interface Wiggle {
  /** Amplitudes in order of time; NaN where there is none. */
  readonly samples: Float32Array;
  /** CSS pixels from the top: of sample 0, and of each further one. */
  readonly firstY: number;
  readonly stepY: number;
  /** From amplitude to half the width: 1 / clip, with gain and polarity. */
  readonly scale: number;
  readonly colour: string;
  /** CSS pixels. */
  readonly width: number;
  /** The farther trace of a line is drawn paler. */
  readonly isNear: boolean;
}

/** A share of half the width, so that neighbours are still told apart where they are clipped. */
const REACH = 0.8;
const FAR_ALPHA = 0.5;

export function drawBoundingTraces(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  axisColour: string,
  wiggles: readonly Wiggle[],
): void {
  context.clearRect(0, 0, width, height);
  const middle = width / 2;
  context.globalAlpha = 1;
  context.lineWidth = 1;
  context.strokeStyle = axisColour;
  context.beginPath();
  context.moveTo(middle, 0);
  context.lineTo(middle, height);
  context.stroke();
  context.lineJoin = 'round';
  // The near ones last, so that they lie on top.
  for (const wiggle of [...wiggles].sort((a, b) => Number(a.isNear) - Number(b.isNear))) {
    context.globalAlpha = wiggle.isNear ? 1 : FAR_ALPHA;
    context.lineWidth = wiggle.width;
    context.strokeStyle = wiggle.colour;
    strokeWiggle(context, wiggle, middle, height);
  }
  context.globalAlpha = 1;
}

function strokeWiggle(
  context: CanvasRenderingContext2D,
  { samples, firstY, stepY, scale }: Wiggle,
  middle: number,
  height: number,
): void {
  const from = Math.max(0, Math.floor(-firstY / stepY) - 1);
  const to = Math.min(samples.length - 1, Math.ceil((height - firstY) / stepY) + 1);
  context.beginPath();
  let isDown = false;
  for (let k = from; k <= to; k += 1) {
    const amplitude = samples[k]! * scale;
    if (Number.isNaN(amplitude)) {
      isDown = false;
      continue;
    }
    const x = middle + middle * REACH * Math.min(Math.max(amplitude, -1), 1);
    if (isDown) context.lineTo(x, firstY + k * stepY);
    else context.moveTo(x, firstY + k * stepY);
    isDown = true;
  }
  context.stroke();
}
