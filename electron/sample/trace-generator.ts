/** Makes the samples of one file's traces: the earth under a position, seen through the file's mis-tie, with its noise. */
import type { EarthModel } from './earth-model.ts';
import { earthTimeAt } from './mis-tie.ts';
import { addNoise } from './noise.ts';
import { mixSeeds } from './random.ts';
import { createReflections } from './reflections.ts';
import type { PlannedFile } from './sample-plan.ts';
import { addReflections } from './trace-synthesis.ts';
import { rotateWavelet, type WaveletPair } from './wavelet.ts';

export interface TraceGenerator {
  /** Replaces `samples` by the trace at stored coordinates, noise aside. */
  signalAt(xCm: number, yCm: number, samples: Float32Array): void;
  /** Adds the noise of one trace of this file. */
  addNoiseOf(traceIndex: number, samples: Float32Array): void;
}

export function createTraceGenerator(
  earth: EarthModel,
  waveletPair: WaveletPair,
  recordMs: number,
  file: Pick<PlannedFile, 'layout' | 'misTie' | 'noiseSeed'>,
): TraceGenerator {
  const { layout, misTie, noiseSeed } = file;
  const wavelet = rotateWavelet(waveletPair, -misTie.phaseDeg, 1 / misTie.gain);
  const earthTimesMs = Float64Array.from({ length: layout.sampleCount }, (_, k) =>
    earthTimeAt(misTie, (k * layout.sampleIntervalUs) / 1000),
  );
  const reflections = createReflections(earth.capacity);
  return {
    signalAt(xCm, yCm, samples) {
      earth.reflectionsAt(xCm, yCm, reflections);
      samples.fill(0);
      addReflections(reflections, earthTimesMs, recordMs, wavelet, samples);
    },
    addNoiseOf(traceIndex, samples) {
      addNoise(mixSeeds(noiseSeed, traceIndex), 1 / misTie.gain, samples);
    },
  };
}
