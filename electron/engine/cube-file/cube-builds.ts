/** Cube files that are being written, each by one job; who asks for one that is waits for it. */
import type { JobId } from '../../../shared/contract.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { basename } from 'node:path';
import { NO_COMPRESSION } from '../../formats/hdf5/cube/compression.ts';
import { DEFAULT_LAYOUTS } from '../../formats/hdf5/cube/cube-layouts.ts';
import type { JobRunner } from '../../jobs/job-runner.ts';

export interface CubeBuild {
  readonly jobId: JobId;
  /** Rejects with CrosslineError: file-exists, disk-full, no-permission, cancelled, job-crashed, ... */
  readonly result: Promise<void>;
}

export interface CubeBuildRequest {
  readonly from: string;
  readonly to: string;
  /** How `from` is read. */
  readonly overrides: MappingOverrides;
  readonly replace: boolean;
}

export class CubeBuilds {
  readonly #runner: JobRunner | null;
  /** By the paths that they write. */
  readonly #running = new Map<string, CubeBuild>();

  constructor(runner: JobRunner | null) {
    this.#runner = runner;
  }

  running(path: string): CubeBuild | null {
    return this.#running.get(path) ?? null;
  }

  /** @throws CrosslineError usage where the host runs no jobs */
  start({ from, to, overrides, replace }: CubeBuildRequest): CubeBuild {
    if (this.#runner === null) throw new CrosslineError({ code: 'usage', detail: 'This host runs no jobs' });
    const running = this.running(to);
    if (running !== null) return running;
    const parameters = {
      from,
      to,
      overrides,
      layouts: DEFAULT_LAYOUTS,
      compression: NO_COMPRESSION,
      force: replace,
      verify: 'checksums',
    } as const;
    const { id, result } = this.#runner.start('convert', `Building ${basename(to)}`, parameters);
    const build: CubeBuild = { jobId: id, result: result.then(() => undefined) };
    this.#running.set(to, build);
    const forget = (): boolean => this.#running.delete(to);
    build.result.then(forget, forget);
    return build;
  }
}
