/**
 * From amplitude to colour index: the one formula that the shader, the PNG writer and the histogram share.
 *
 *   t = 0.5 + 0.5 * polarity * gain * amplitude / clip, clamped to [0, 1];   index = min(floor(256 * t), 255)
 *
 * It is evaluated as 128 + floor(amplitude * scale) with scale = 128 * polarity * gain / clip, all in float32. One
 * correctly rounded product (IEEE 754, and GLSL ES 3.00 section 4.5.1 for highp) and a floor leave a compiler nothing to
 * fuse or reorder, so GPU and CPU agree in every bit. Amplitude 0 has index 128.
 */
export interface AmplitudeDisplay {
  /** Amplitude that reaches the end of the colour map at gain 1. Positive. */
  readonly clip: number;
  /** Factor on the amplitudes before they are clipped. Positive, 1 for none. */
  readonly gain: number;
  /** -1 shows positive amplitudes in the colours of negative ones. */
  readonly polarity: 1 | -1;
}

export const COLOUR_COUNT = 256;

/**
 * Colour indices per unit of amplitude, as float32 (the shader's uniform). 0, which gives every amplitude the middle
 * colour, where clip or gain is not a positive number, as for a survey that holds only zeros.
 */
export function colourScaleOf({ clip, gain, polarity }: AmplitudeDisplay): number {
  const scale = Math.fround((128 * polarity * gain) / clip);
  return clip > 0 && gain > 0 && Number.isFinite(scale) ? scale : 0;
}

/** Index (0 to 255) of a float32 amplitude under a scale of `colourScaleOf`; -1 for NaN, which has no colour. */
export function colourIndexAt(amplitude: number, colourScale: number): number {
  if (Number.isNaN(amplitude)) return -1;
  // Of infinite amplitudes the sign counts, also where the scale is 0 and their product has no value.
  const finite = Math.min(Math.max(amplitude, -LARGEST_FLOAT32), LARGEST_FLOAT32);
  const steps = Math.floor(Math.fround(finite * colourScale));
  return Math.min(Math.max(128 + steps, 0), COLOUR_COUNT - 1);
}

export const colourIndexOf = (amplitude: number, display: AmplitudeDisplay): number =>
  colourIndexAt(amplitude, colourScaleOf(display));

/** (2 - 2^-23) * 2^127 */
const LARGEST_FLOAT32 = 3.4028234663852886e38;
