/** Smooth random functions of position: the folds, thicknesses and amplitudes of the model are made of them. */
import type { Random } from './random.ts';

interface PlaneWave {
  readonly weight: number;
  readonly alongCrosslines: number;
  readonly alongInlines: number;
  readonly phase: number;
}

/** Takes normalised survey coordinates (`SurveyPoint`), returns values of mean 0 and variance about 1. */
export interface SmoothField {
  valueAt(u: number, v: number): number;
}

/**
 * A sum of plane waves of random direction and phase. Wavelengths are fractions of the survey's length; longer waves
 * are stronger, as in nature.
 */
export function createSmoothField(random: Random, shortest: number, longest: number, waveCount = 5): SmoothField {
  const waves: PlaneWave[] = [];
  let power = 0;
  for (let i = 0; i < waveCount; i++) {
    const wavelength = longest * (shortest / longest) ** ((i + random.next()) / waveCount);
    const direction = random.between(0, 2 * Math.PI);
    const weight = wavelength ** 0.75;
    power += (weight * weight) / 2;
    waves.push({
      weight,
      alongCrosslines: ((2 * Math.PI) / wavelength) * Math.cos(direction),
      alongInlines: ((2 * Math.PI) / wavelength) * Math.sin(direction),
      phase: random.between(0, 2 * Math.PI),
    });
  }
  const scale = 1 / Math.sqrt(power);
  return {
    valueAt(u, v) {
      let sum = 0;
      for (const wave of waves) {
        sum += wave.weight * Math.sin(wave.alongCrosslines * u + wave.alongInlines * v + wave.phase);
      }
      return sum * scale;
    },
  };
}
