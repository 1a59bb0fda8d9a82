/** Writes the sample survey, or finds the one that is there. */
import { mkdir, open, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleSize } from '../../shared/contract.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { createEarthModel } from './earth-model.ts';
import {
  isSampleComplete,
  publishSample,
  refuseForeignFiles,
  removeTemporaryFiles,
  samplePaths,
  temporaryPath,
  type SamplePaths,
} from './sample-folder.ts';
import { fileBytes, planSample, segyFiles, type SamplePlan } from './sample-plan.ts';
import { sampleError } from './sample-fault.ts';
import { recordLengthMs, surveyDesign, type SurveyDesign } from './survey-design.ts';
import { createTraceGenerator } from './trace-generator.ts';
import { createTruth, encodeTruth } from './truth.ts';
import { createWaveletPair } from './wavelet.ts';
import { writeSegy } from './write-segy.ts';

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of SEG-Y written so far and in all. Called after every inline, and every 256 traces of a line. */
  readonly onProgress?: ((doneBytes: number, totalBytes: number) => void) | undefined;
}

/**
 * Writes the sample of one size into `folder`, which is made where it is missing and holds one sample at a time: a
 * second size replaces the lines and the truth of the first. Nothing of it has its final name before all of it is
 * complete; a run that fails or is cancelled leaves what was there before.
 *
 * @throws CrosslineError `cancelled`; `disk-full`, also when the space would not do; `no-permission`, `io-failed`;
 *   `file-exists` where a file that is no sample has a name that the sample needs
 */
export const writeSample = (folder: string, size: SampleSize, options: WriteOptions = {}): Promise<SamplePaths> =>
  writeSurvey(folder, surveyDesign(size), options);

/** The paths of a complete sample of this generator's version, else null. Reads 26 file starts. */
export async function findSample(folder: string, size: SampleSize): Promise<SamplePaths | null> {
  const plan = planSample(surveyDesign(size));
  try {
    return (await isSampleComplete(folder, plan)) ? samplePaths(folder, plan) : null;
  } catch (thrown) {
    throw sampleError(thrown, folder);
  }
}

/** As `writeSample`, for any design. */
export async function writeSurvey(
  folder: string,
  design: SurveyDesign,
  { signal, onProgress }: WriteOptions,
): Promise<SamplePaths> {
  const plan = planSample(design);
  const paths = samplePaths(folder, plan);
  try {
    signal?.throwIfAborted();
    await mkdir(folder, { recursive: true });
    await refuseForeignFiles(paths);
    await refuseFullDisk(folder, plan);
    await writeAll(folder, plan, signal, onProgress);
    await publishSample(paths);
    return paths;
  } catch (thrown) {
    await removeTemporaryFiles(paths).catch(() => undefined);
    throw signal?.aborted === true
      ? new CrosslineError({ code: 'cancelled' }, { cause: thrown })
      : sampleError(thrown, folder);
  }
}

async function writeAll(
  folder: string,
  plan: SamplePlan,
  signal: AbortSignal | undefined,
  onProgress: WriteOptions['onProgress'],
): Promise<void> {
  const earth = createEarthModel(plan.design);
  const waveletPair = createWaveletPair();
  const recordMs = recordLengthMs(plan.design);
  const totalBytes = plannedBytes(plan);
  let doneBytes = 0;
  for (const file of segyFiles(plan)) {
    const generator = createTraceGenerator(earth, waveletPair, recordMs, file);
    await writeSegy(temporaryPath(join(folder, file.fileName)), file, generator, signal, (bytes) => {
      doneBytes += bytes;
      onProgress?.(doneBytes, totalBytes);
    });
  }
  const handle = await open(temporaryPath(join(folder, plan.truthFileName)), 'w');
  try {
    await handle.writeFile(encodeTruth(createTruth(plan.lines)));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

const plannedBytes = (plan: SamplePlan): number => segyFiles(plan).reduce((sum, file) => sum + fileBytes(file), 0);

/** Says so at once instead of after minutes of writing. */
async function refuseFullDisk(folder: string, plan: SamplePlan): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < plannedBytes(plan)) throw new CrosslineError({ code: 'disk-full', path: folder });
}
