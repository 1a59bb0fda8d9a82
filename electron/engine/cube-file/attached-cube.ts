/** A cube file that serves the slices of a survey, until it no longer can. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { faultOf, type CrosslineFault } from '../../../shared/errors.ts';
import type { SurveyPlane } from '../../../shared/slices.ts';
import { systemError } from '../../native/file-faults.ts';
import type { SliceRead, SurveySource } from '../../formats/survey-source.ts';

/** A removed file stays readable while it is open, so its path is looked at now and then: 40 us beside a read. */
const LOOK_EVERY_MS = 1000;

export interface AttachedCubeOptions {
  readonly path: string;
  readonly source: SurveySource;
  /** Told once: a read failed, the file is gone (`file-not-found`), or another one has taken its place (`file-changed`). */
  onLost(fault: CrosslineFault): void;
}

export class AttachedCube {
  readonly path: string;
  readonly name: string;
  readonly #options: AttachedCubeOptions;
  #lookedAtMs = performance.now();
  #isLost = false;

  constructor(options: AttachedCubeOptions) {
    this.#options = options;
    this.path = options.path;
    this.name = basename(options.path);
  }

  /** Traces in file order and planes through gathers are not in a cube file. */
  serves(plane: SurveyPlane): boolean {
    if (this.#isLost) return false;
    return plane.orientation === 'inline' || plane.orientation === 'crossline' || plane.orientation === 'sample';
  }

  /** @returns null where the file can no longer be read: `onLost` was told */
  async read(readFrom: (source: SurveySource) => Promise<SliceRead>, signal: AbortSignal): Promise<SliceRead | null> {
    if (this.#isLost) return null;
    this.#lookNowAndThen();
    try {
      return await readFrom(this.#options.source);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      this.#lose(faultOf(thrown));
      return null;
    }
  }

  close(): Promise<void> {
    this.#isLost = true;
    return this.#options.source.close();
  }

  #lookNowAndThen(): void {
    const nowMs = performance.now();
    if (nowMs - this.#lookedAtMs < LOOK_EVERY_MS) return;
    this.#lookedAtMs = nowMs;
    void this.#look();
  }

  async #look(): Promise<void> {
    const { path, source } = this.#options;
    try {
      if ((await stat(path)).size === source.info.fileBytes) return;
      this.#lose({ code: 'file-changed', path, detail: 'another file lies in its place' });
    } catch (thrown) {
      this.#lose(systemError(thrown, path).fault);
    }
  }

  #lose(fault: CrosslineFault): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#options.onLost(fault);
  }
}
