/** The cube files of all open surveys. */
import type { BuildCubeOptions, CubeFileState } from '../../../shared/cube-file.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import type { CubeDescription } from '../../formats/hdf5/source/cube-description.ts';
import type { OpenedSource } from '../open-source.ts';
import type { OpenSurvey } from '../open-survey.ts';
import { Turns } from '../turns.ts';
import { SurveyCube, type SurveyCubeOptions } from './survey-cube.ts';

/** Processes that parse HDF5 files at the same time, where many surveys are opened at once. */
const MOST_LOOKS = 2;
/** First pictures come first: to start a process keeps the engine's for 5 to 10 ms. */
const LOOK_AFTER_MS = 50;

export interface CubeFilesOptions extends Omit<SurveyCubeOptions, 'describe'> {
  /** Whether files that are there are looked for and used; a file that was asked for is built in any case. */
  readonly isUsed: boolean;
  describe(path: string): Promise<CubeDescription>;
}

export class CubeFiles {
  readonly #isUsed: boolean;
  readonly #options: SurveyCubeOptions;
  readonly #cubes = new Map<SurveyId, SurveyCube>();

  constructor(options: CubeFilesOptions) {
    const turns = new Turns(MOST_LOOKS);
    this.#isUsed = options.isUsed;
    this.#options = {
      ...options,
      describe: async (path, signal) => {
        const description = await turns.run(() => options.describe(path), signal);
        if (description === null) throw new CrosslineError({ code: 'cancelled' });
        return description;
      },
    };
  }

  /** Null where a survey has none, or where it is not known yet. */
  stateOf(surveyId: SurveyId): CubeFileState | null {
    return this.#cubes.get(surveyId)?.state ?? null;
  }

  /** A survey was opened, or is read anew under its id. */
  follow(survey: OpenSurvey, { identify }: OpenedSource): void {
    this.forget(survey.id);
    if (identify === null) return;
    const cube = new SurveyCube(survey, identify, this.#options);
    this.#cubes.set(survey.id, cube);
    if (this.#isUsed) setTimeout(() => void cube.look(), LOOK_AFTER_MS);
  }

  /** More is known of a survey's headers. */
  learned(surveyId: SurveyId): void {
    if (this.#isUsed) void this.#cubes.get(surveyId)?.learned();
  }

  /** @throws CrosslineError what `SurveyCube.build` throws */
  async build(survey: OpenSurvey, options: BuildCubeOptions): Promise<string> {
    const cube = this.#cubes.get(survey.id);
    if (cube !== undefined) return await cube.build(options);
    const detail = `${survey.source.info.name} is no SEG-Y cube, so no cube file can be made of it`;
    throw new CrosslineError({ code: 'usage', detail });
  }

  close(): void {
    for (const surveyId of [...this.#cubes.keys()]) this.forget(surveyId);
  }

  forget(surveyId: SurveyId): void {
    this.#cubes.get(surveyId)?.close();
    this.#cubes.delete(surveyId);
  }
}
