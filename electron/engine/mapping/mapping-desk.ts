/** The contract's calls about how a file is read: proposals, previews, and what the user accepts. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingPreview, MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import { NO_OVERRIDES, type MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { AcceptedMappings } from '../../formats/segy/accepted/accepted-mappings.ts';
import { proposeMappings } from '../../formats/segy/hypotheses/propose-mappings.ts';
import { previewSegy } from '../../formats/segy/preview-segy.ts';
import { SegySource } from '../../formats/segy/segy-source.ts';
import { isSyntheticPath } from '../../formats/synthetic/synthetic-options.ts';
import type { NativeReader } from '../../native/native-reader.ts';
import { allowedPath, type FileAccess } from '../file-access.ts';
import { systemError } from '../../native/file-faults.ts';
import type { OpenSurvey } from '../open-survey.ts';

export interface MappingDeskOptions {
  readonly access: FileAccess;
  readonly reader: NativeReader;
  readonly accepted: AcceptedMappings;
  openSurveys(): readonly SurveyInfo[];
}

export class MappingDesk {
  readonly #options: MappingDeskOptions;

  constructor(options: MappingDeskOptions) {
    this.#options = options;
  }

  async propose(path: string): Promise<readonly MappingProposal[]> {
    const { reader, accepted } = this.#options;
    const real = await this.#segyPath(path);
    const open = this.#options.openSurveys().find((info) => info.path === real);
    return await proposeMappings(real, reader, accepted, open?.mapping?.overrides ?? null);
  }

  async preview(path: string, overrides: MappingOverrides, signal: AbortSignal): Promise<MappingPreview> {
    const { reader } = this.#options;
    return await previewSegy(await this.#segyPath(path), { reader, id: '', index: null, overrides }, signal);
  }

  async accept(survey: OpenSurvey): Promise<void> {
    const source = segySource(survey);
    try {
      await source.acceptMapping(this.#options.accepted);
    } catch (thrown) {
      throw systemError(thrown, this.#options.accepted.folder);
    }
  }

  /** The survey has still to be read anew, by `NO_OVERRIDES`. */
  async forget(survey: OpenSurvey): Promise<MappingOverrides> {
    await segySource(survey).forgetMapping(this.#options.accepted);
    return NO_OVERRIDES;
  }

  async #segyPath(path: string): Promise<string> {
    if (isSyntheticPath(path)) throw noSegy(path);
    return await allowedPath(this.#options.access, path);
  }
}

function segySource({ source, path }: OpenSurvey): SegySource {
  if (source instanceof SegySource) return source;
  throw noSegy(path);
}

const noSegy = (path: string): CrosslineError =>
  new CrosslineError({ code: 'usage', detail: `${path} is no SEG-Y file, so it has no mapping` });
