/**
 * The cube file of one open survey: found, checked against it and attached, so that slices come from it; let go of where it can
 * no longer be read; built.
 */
import { access, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BuildCubeOptions, CubeFileState } from '../../../shared/cube-file.ts';
import { CrosslineError, describeFault, faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { DEFAULT_LAYOUTS, FLOAT_BYTES } from '../../formats/hdf5/cube/cube-layouts.ts';
import type { CubeDescription } from '../../formats/hdf5/source/cube-description.ts';
import type { FileIdentity } from '../../formats/segy/accepted/fingerprint.ts';
import type { SurveySource } from '../../formats/survey-source.ts';
import { systemError } from '../../native/file-faults.ts';
import type { OpenSurvey } from '../open-survey.ts';
import { AttachedCube } from './attached-cube.ts';
import type { CubeBuild, CubeBuilds } from './cube-builds.ts';
import { isSameReading, otherFile } from './cube-fit.ts';
import { cubeNameOf, type CubePlaces } from './cube-places.ts';

export interface SurveyCubeOptions {
  readonly places: CubePlaces;
  readonly builds: CubeBuilds;
  /** Parses an HDF5 file. */
  describe(path: string, signal: AbortSignal): Promise<CubeDescription>;
  open(path: string, description: CubeDescription, id: SurveyId): Promise<SurveySource>;
  /** @throws CrosslineError outside-roots, file-not-found, no-permission */
  allowedFolder(path: string): Promise<string>;
  onBuilt(path: string): void;
  onChanged(surveyId: SurveyId, state: CubeFileState): void;
}

interface FoundCube {
  readonly path: string;
  readonly description: CubeDescription;
}

export class SurveyCube {
  readonly #options: SurveyCubeOptions;
  readonly #survey: OpenSurvey;
  readonly #identify: () => Promise<FileIdentity>;
  readonly #closing = new AbortController();
  #state: CubeFileState | null = null;
  /** What is made of the survey's file as it is now. */
  #found: FoundCube | null = null;
  /** Only the latest look may say what was found. */
  #looks = 0;

  constructor(survey: OpenSurvey, identify: () => Promise<FileIdentity>, options: SurveyCubeOptions) {
    this.#survey = survey;
    this.#identify = identify;
    this.#options = options;
  }

  /** Null until it is known. */
  get state(): CubeFileState | null {
    return this.#state;
  }

  get #isCube(): boolean {
    return this.#survey.source.info.kind === 'cube';
  }

  get #expectedBytes(): number {
    const { inline, crossline, samples } = this.#survey.source.info;
    const elements = (inline?.count ?? 0) * (crossline?.count ?? 0) * samples.count;
    return elements * FLOAT_BYTES * DEFAULT_LAYOUTS.length;
  }

  /** Looks for the file, and attaches it where it fits. Never rejects. */
  async look(): Promise<void> {
    if (!this.#isCube) return;
    const look = (this.#looks += 1);
    const path = await this.#options.places.placeOf(this.#survey.path);
    const building = this.#options.builds.running(path);
    const found = building === null ? await this.#find(path) : this.#building(path, building);
    if (this.#closing.signal.aborted || look !== this.#looks) return;
    if ('status' in found) this.#tell(found);
    else {
      this.#found = found;
      await this.#decide(found);
    }
    // Another client's build, or one that outlived an earlier opening of the survey.
    if (building !== null) void building.result.then(() => this.look()).catch(() => this.look());
  }

  /** More is known of the survey's headers. */
  async learned(): Promise<void> {
    if (this.#state?.status === 'building') return;
    if (this.#found !== null) await this.#decide(this.#found);
    else if (this.#state === null) await this.look();
  }

  /**
   * @returns the path, also where a file that fits was there
   * @throws CrosslineError usage (no cube), file-exists, no-permission, outside-roots, disk-full, cancelled, job-crashed, ...
   */
  async build({ folder, replace = false }: BuildCubeOptions): Promise<string> {
    const { places, builds } = this.#options;
    const { source, path: from, overrides } = this.#survey;
    if (!this.#isCube) throw noCube(source);
    const to =
      folder === undefined
        ? await places.placeOf(from)
        : join(await this.#options.allowedFolder(folder), cubeNameOf(from));
    if (this.#state?.status === 'serving' && this.#state.path === to && !replace) return to;
    const build = builds.start({ from, to, overrides, replace });
    this.#looks += 1;
    this.#tell(this.#building(to, build));
    try {
      await build.result;
    } catch (thrown) {
      const { code } = faultOf(thrown);
      // What was written so far is gone on with there.
      if (code !== 'no-permission' && code !== 'file-exists') await places.keep(from, to);
      await this.look();
      if (code === 'file-exists' && this.#serves(to)) return to;
      throw thrown;
    }
    this.#options.onBuilt(to);
    await places.keep(from, to);
    await this.look();
    return to;
  }

  /** The attached file is closed with the survey. */
  close(): void {
    this.#closing.abort();
  }

  #serves(path: string): boolean {
    return this.#state?.status === 'serving' && this.#state.path === path;
  }

  #building(path: string, { jobId }: CubeBuild): CubeFileState {
    return { status: 'building', path, jobId };
  }

  async #find(path: string): Promise<FoundCube | CubeFileState> {
    const { signal } = this.#closing;
    const unused = (why: 'stale' | 'foreign' | 'unreadable', reason: string): CubeFileState => ({
      status: 'unused',
      path,
      why,
      reason,
    });
    try {
      await stat(path);
    } catch (thrown) {
      const { fault } = systemError(thrown, path);
      if (fault.code !== 'file-not-found') return unused('unreadable', describeFault(fault).message);
      const isBegun = await isThere(`${path}.partial.json`);
      return { status: 'none', path, expectedBytes: this.#expectedBytes, isBegun };
    }
    try {
      const description = await this.#options.describe(path, signal);
      if (description.origin === null) {
        return unused('foreign', `${basename(path)} is no cube file that Crossline made of a SEG-Y file.`);
      }
      const other = otherFile(description.origin, await this.#identify());
      return other === null ? { path, description } : unused('stale', `It was made of ${other}.`);
    } catch (thrown) {
      return unused('unreadable', describeFault(faultOf(thrown)).message);
    }
  }

  /** Before all headers are known, the survey may still turn out as the cube file has it. */
  async #decide({ path, description }: FoundCube): Promise<void> {
    const { info } = this.#survey.source;
    if (isSameReading(description, info)) {
      if (!this.#serves(path)) await this.#attach({ path, description });
      return;
    }
    this.#survey.attachCube(null);
    if (info.geometryState === 'sampled') return;
    this.#tell({ status: 'unused', path, why: 'stale', reason: 'It was made of this file by another reading of it.' });
  }

  async #attach({ path, description }: FoundCube): Promise<void> {
    let source: SurveySource;
    try {
      source = await this.#options.open(path, description, this.#survey.id);
    } catch (thrown) {
      this.#tell({ status: 'unused', path, why: 'unreadable', reason: describeFault(faultOf(thrown)).message });
      return;
    }
    if (this.#closing.signal.aborted) {
      await source.close();
      return;
    }
    const cube = new AttachedCube({ path, source, onLost: (fault) => this.#lose(cube, fault) });
    this.#survey.attachCube(cube);
    const layouts = description.volumes.map((volume) => basename(volume.path));
    this.#tell({ status: 'serving', path, bytes: source.info.fileBytes, layouts });
  }

  #lose(cube: AttachedCube, fault: CrosslineFault): void {
    if (this.#survey.cube !== cube) return;
    this.#survey.attachCube(null);
    this.#found = null;
    const { message } = describeFault(fault);
    const lost = {
      code: 'cube-file-lost',
      path: cube.path,
      survey: this.#survey.source.info.name,
      reason: message,
    } as const;
    this.#tell({ status: 'lost', path: cube.path, fault: lost });
  }

  #tell(state: CubeFileState): void {
    this.#state = state;
    if (!this.#closing.signal.aborted) this.#options.onChanged(this.#survey.id, state);
  }
}

const noCube = ({ info }: SurveySource): CrosslineError =>
  new CrosslineError({ code: 'usage', detail: `${info.name} is no SEG-Y cube, so no cube file can be made of it` });

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
