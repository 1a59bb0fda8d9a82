/**
 * An open survey: its source, the cube file that serves its slices where there is one, and the generation of its geometry.
 * Slices of an earlier generation are stale.
 */
import { basename } from 'node:path';
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { Decimation, SurveyPlane } from '../../shared/slices.ts';
import type { SliceRead, SurveySource } from '../formats/survey-source.ts';
import type { AttachedCube } from './cube-file/attached-cube.ts';
import { generationPrefix } from './slice-key.ts';

export interface ServedRead extends SliceRead {
  /** Name of the file that served it; null for a synthetic source. */
  readonly file: string | null;
}

export class OpenSurvey {
  readonly source: SurveySource;
  /** What the user asked to open, and by which overrides. */
  readonly path: string;
  readonly overrides: MappingOverrides;
  #generation: number;
  #fault: CrosslineFault | null = null;
  #cube: AttachedCube | null = null;

  /** @param generation no other survey of this engine has had it */
  constructor(source: SurveySource, path: string, overrides: MappingOverrides, generation: number) {
    this.source = source;
    this.path = path;
    this.overrides = overrides;
    this.#generation = generation;
  }

  get id(): SurveyId {
    return this.source.info.id;
  }

  /** Why it can no longer be read; null while it can. */
  get fault(): CrosslineFault | null {
    return this.#fault;
  }

  /** Start of the cache keys of the present geometry. */
  get keyPrefix(): string {
    return generationPrefix(this.id, this.#generation);
  }

  get cube(): AttachedCube | null {
    return this.#cube;
  }

  /** From now on slices come from this file; null: from the survey's own. The earlier one is closed. */
  attachCube(cube: AttachedCube | null): void {
    const earlier = this.#cube;
    this.#cube = cube;
    void earlier?.close();
  }

  /** As `SurveySource.readSlice`. */
  readSlice(plane: SurveyPlane, decimation: Decimation, into: Float32Array, signal: AbortSignal): Promise<ServedRead> {
    const cube = this.#cube?.serves(plane) === true ? this.#cube : null;
    return this.#served(cube, (source) => source.readSlice(plane, decimation, into, signal), signal);
  }

  /** As `SurveySource.readGridTraces`. */
  readGridTraces(cells: Int32Array, every: number, into: Float32Array, signal: AbortSignal): Promise<ServedRead> {
    return this.#served(this.#cube, (source) => source.readGridTraces(cells, every, into, signal), signal);
  }

  /** From the cube file where there is one and it can be read, else from the survey's own. */
  async #served(
    cube: AttachedCube | null,
    readFrom: (source: SurveySource) => Promise<SliceRead>,
    signal: AbortSignal,
  ): Promise<ServedRead> {
    const served = (await cube?.read(readFrom, signal)) ?? null;
    if (cube !== null && served !== null) return { ...served, file: cube.name };
    const { path } = this.source.info;
    const read = await readFrom(this.source);
    return { ...read, file: path === null ? null : basename(path) };
  }

  async close(): Promise<void> {
    await Promise.all([this.source.close(), this.#cube?.close()]);
  }

  beginGeneration(generation: number): void {
    this.#generation = generation;
  }

  fail(fault: CrosslineFault): void {
    this.#fault = fault;
  }

  /** @throws CrosslineError the survey's fault */
  checkReadable(): void {
    if (this.#fault !== null) throw new CrosslineError(this.#fault);
  }
}
