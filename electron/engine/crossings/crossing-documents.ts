/** Documents of crossings: of the open lines, and which of their profiles are open lines. */
import { basename, dirname } from 'node:path';
import type { DocumentRequest, IdentifiedLine } from '../../../shared/crossing-calls.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import { lineKeyOf, profileIdOf, surveyIdOf } from '../../../shared/exchange/document-ids.ts';
import { lineIndex } from '../../../shared/units.ts';
import { fingerprintOf } from '../../formats/segy/accepted/fingerprint.ts';
import { SegySource } from '../../formats/segy/segy-source.ts';
import type { LineFile } from '../../jobs/crossings/collect-lines.ts';
import type { JobRunner } from '../../jobs/job-runner.ts';
import type { AppFolders } from '../app-folders.ts';
import type { SurveyRegistry } from '../survey-registry.ts';

export class CrossingDocuments {
  readonly #registry: Pick<SurveyRegistry, 'list' | 'get'>;
  readonly #runner: JobRunner | null;
  readonly #folders: AppFolders;

  constructor(registry: Pick<SurveyRegistry, 'list' | 'get'>, runner: JobRunner | null, folders: AppFolders) {
    this.#registry = registry;
    this.#runner = runner;
    this.#folders = folders;
  }

  /**
   * Found anew in a job, in the order of the document's ids, so that the same files give the same document wherever and in
   * whichever order they are open; each is read as it is open.
   * @throws CrosslineError usage where no line is open or the host runs no jobs; cancelled, job-crashed
   */
  async write({ format, withTraces, selfCrossings }: DocumentRequest): Promise<Uint8Array> {
    if (this.#runner === null) throw new CrosslineError({ code: 'usage', detail: 'This host runs no jobs' });
    const files = this.#files();
    if (files.length === 0) throw new CrosslineError({ code: 'usage', detail: 'No 2D line of a file is open' });
    return await this.#runner.start('document', `Writing the crossings of ${files.length} files`, {
      files,
      algorithm: 'auto',
      selfCrossings,
      withTraces,
      format,
      stateFolder: this.#folders.state,
      cacheFolder: this.#folders.cache,
    }).result;
  }

  /** Reads some 14 KB of each file. */
  async identify(): Promise<readonly IdentifiedLine[]> {
    const identified = this.#registry.list().map(async ({ id, lines, path }): Promise<readonly IdentifiedLine[]> => {
      const { source } = this.#registry.get(id);
      if (lines === null || path === null || !(source instanceof SegySource)) return [];
      const { file } = await fingerprintOf(source.stored.file);
      const survey = surveyIdOf(basename(dirname(path)));
      return lines.lines.map((line, index) => ({
        surveyId: id,
        line: lineIndex(index),
        name: line.name,
        document: { survey, profile: profileIdOf(file, lineKeyOf(line)) },
      }));
    });
    return (await Promise.all(identified)).flat();
  }

  #files(): readonly LineFile[] {
    return this.#registry.list().flatMap(({ lines, mapping, name, path }) => {
      if (lines === null || path === null) return [];
      return [{ path, name, isNamed: true, ...(mapping && { overrides: mapping.overrides }) }];
    });
  }
}
