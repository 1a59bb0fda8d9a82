/** Amplitudes of the synthetic survey: one band-limited trace, folded by a smooth surface over the grid. */
import { TRACE_DEAD, TRACE_LIVE, TRACE_MISSING } from '../../../shared/slices.ts';
import { createRandom, hashedShare } from './seeded-random.ts';
import type { SyntheticOptions } from './synthetic-options.ts';

/** Greatest depth of the folds, in samples. */
const FOLD_SAMPLES = 40;
/** Half length of the Ricker wavelet in samples, and its peak frequency in cycles a sample. */
const WAVELET_HALF = 20;
const WAVELET_FREQUENCY = 0.08;

function rickerWavelet(): Float32Array {
  return Float32Array.from({ length: 2 * WAVELET_HALF + 1 }, (_, index) => {
    const phase = (Math.PI * WAVELET_FREQUENCY * (index - WAVELET_HALF)) ** 2;
    return (1 - 2 * phase) * Math.exp(-phase);
  });
}

export class SyntheticEarth {
  readonly #options: SyntheticOptions;
  readonly #trace: Float32Array;

  constructor(options: SyntheticOptions) {
    this.#options = options;
    this.#trace = this.#makeTrace();
  }

  /** TRACE_* of a grid position. */
  status(inline: number, crossline: number): number {
    const { seed, missingRate, deadRate } = this.#options;
    if (missingRate > 0 && hashedShare(seed + 1, inline, crossline) < missingRate) return TRACE_MISSING;
    if (deadRate > 0 && hashedShare(seed + 2, inline, crossline) < deadRate) return TRACE_DEAD;
    return TRACE_LIVE;
  }

  /** How far the fold moves the trace down at a grid position, in samples: a whole number, so that reads stay cheap. */
  fold(inline: number, crossline: number): number {
    const { inlines, crosslines } = this.#options;
    const along = Math.sin((2 * Math.PI * inline) / inlines);
    const across = Math.cos((3 * Math.PI * crossline) / crosslines);
    return Math.round((FOLD_SAMPLES / 2) * (1 + 0.5 * along + 0.5 * across));
  }

  /** `sample` without the fold; dead traces are zero, missing ones NaN. */
  amplitude(status: number, fold: number, sample: number): number {
    if (status === TRACE_LIVE) return this.#trace[sample + FOLD_SAMPLES - fold]!;
    return status === TRACE_DEAD ? 0 : NaN;
  }

  #makeTrace(): Float32Array {
    const length = this.#options.samples + 2 * FOLD_SAMPLES;
    const random = createRandom(this.#options.seed);
    const wavelet = rickerWavelet();
    const trace = new Float32Array(length);
    for (let centre = 0; centre < length; centre += 1) {
      // Cubing makes few strong reflectors among many weak ones, as in sediments.
      const reflectivity = 1000 * (2 * random() - 1) ** 3;
      for (let tap = 0; tap < wavelet.length; tap += 1) {
        const at = centre + tap - WAVELET_HALF;
        if (at >= 0 && at < length) trace[at]! += reflectivity * wavelet[tap]!;
      }
    }
    return trace;
  }
}
