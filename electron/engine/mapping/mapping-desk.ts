/** The contract's calls about how a file is read: proposals, previews, and what the user accepts; of SEG-Y and HDF5 files. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingPreview, MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import { NO_OVERRIDES, type MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { acceptDataset, acceptedProposals, forgetDataset } from '../../formats/hdf5/foreign/accepted-dataset.ts';
import { previewDataset } from '../../formats/hdf5/foreign/preview-dataset.ts';
import { CubeSource } from '../../formats/hdf5/source/cube-source.ts';
import { isHdf5 } from '../../formats/hdf5/source/open-cube.ts';
import type { AcceptedMappings } from '../../formats/segy/accepted/accepted-mappings.ts';
import { proposeMappings } from '../../formats/segy/hypotheses/propose-mappings.ts';
import { previewSegy } from '../../formats/segy/preview-segy.ts';
import { SegySource } from '../../formats/segy/segy-source.ts';
import { isSyntheticPath } from '../../formats/synthetic/synthetic-options.ts';
import type { Hdf5Readers } from '../../jobs/hdf5-readers.ts';
import type { NativeReader } from '../../native/native-reader.ts';
import { allowedPath, type FileAccess } from '../file-access.ts';
import { systemError } from '../../native/file-faults.ts';
import type { OpenSurvey } from '../open-survey.ts';

export interface MappingDeskOptions {
  readonly access: FileAccess;
  readonly reader: NativeReader;
  readonly accepted: AcceptedMappings;
  readonly hdf5: Hdf5Readers;
  openSurveys(): readonly SurveyInfo[];
}

export class MappingDesk {
  readonly #options: MappingDeskOptions;

  constructor(options: MappingDeskOptions) {
    this.#options = options;
  }

  async propose(path: string): Promise<readonly MappingProposal[]> {
    const { reader, accepted } = this.#options;
    const real = await this.#filePath(path);
    if (await isHdf5(real, reader)) throw noBytes(path);
    const open = this.#options.openSurveys().find((info) => info.path === real);
    return await proposeMappings(real, reader, accepted, open?.mapping?.overrides ?? null);
  }

  /** @throws CrosslineError not-hdf5 */
  async outline(path: string): Promise<Hdf5Outline> {
    const { reader, accepted, hdf5 } = this.#options;
    const real = await this.#filePath(path);
    const { structure, proposals, ...content } = await hdf5.outline(real);
    const recalled = await acceptedProposals(real, structure, reader, accepted);
    return { path: real, ...content, proposals: [...recalled, ...proposals] };
  }

  async preview(path: string, overrides: MappingOverrides, signal: AbortSignal): Promise<MappingPreview> {
    const { reader, hdf5 } = this.#options;
    const real = await this.#filePath(path);
    if (!(await isHdf5(real, reader))) {
      return await previewSegy(real, { reader, id: '', index: null, overrides }, signal);
    }
    const description = await hdf5.describe(real, overrides);
    signal.throwIfAborted();
    return await previewDataset(real, description, { reader, id: '', hdf5 }, signal);
  }

  async accept(survey: OpenSurvey): Promise<void> {
    const { accepted, reader } = this.#options;
    const { source } = survey;
    try {
      if (source instanceof CubeSource && source.chosen !== null) {
        await acceptDataset(survey.path, source.chosen, reader, accepted);
      } else await segySource(survey).acceptMapping(accepted);
    } catch (thrown) {
      throw systemError(thrown, accepted.folder);
    }
  }

  /** The survey has still to be read anew, by `NO_OVERRIDES`. */
  async forget(survey: OpenSurvey): Promise<MappingOverrides> {
    const { accepted, reader } = this.#options;
    const { source } = survey;
    if (source instanceof CubeSource && source.chosen !== null) {
      await forgetDataset(survey.path, source.chosen.structure, reader, accepted);
    } else await segySource(survey).forgetMapping(accepted);
    return NO_OVERRIDES;
  }

  async #filePath(path: string): Promise<string> {
    if (isSyntheticPath(path)) throw noSegy(path);
    return await allowedPath(this.#options.access, path);
  }
}

function segySource({ source, path }: OpenSurvey): SegySource {
  if (source instanceof SegySource) return source;
  throw noSegy(path);
}

const noBytes = (path: string): CrosslineError =>
  new CrosslineError({
    code: 'not-segy',
    path,
    reason: 'it is an HDF5 file, whose datasets crossline info lists and --dataset with --axes reads',
  });

const noSegy = (path: string): CrosslineError =>
  new CrosslineError({ code: 'usage', detail: `${path} is no SEG-Y file, so it has no mapping` });
