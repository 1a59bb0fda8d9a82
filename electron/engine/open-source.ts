/** Which format a path is opened with. */
import { stat } from 'node:fs/promises';
import { CrosslineError, faultOf } from '../../shared/errors.ts';
import { NO_OVERRIDES, type MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyId } from '../../shared/survey.ts';
import { acceptedForHdf5 } from '../formats/hdf5/foreign/accepted-dataset.ts';
import { isHdf5, openCube } from '../formats/hdf5/source/open-cube.ts';
import { identify, type FileIdentity } from '../formats/segy/accepted/fingerprint.ts';
import type { Hdf5Readers } from '../jobs/hdf5-readers.ts';
import type { AcceptedMappings } from '../formats/segy/accepted/accepted-mappings.ts';
import { openSegy } from '../formats/segy/open-segy.ts';
import type { IndexStore } from '../formats/segy/scan-index.ts';
import type { ScanResult } from '../formats/segy/scan-result.ts';
import type { SurveySource } from '../formats/survey-source.ts';
import { isSyntheticPath } from '../formats/synthetic/synthetic-options.ts';
import { openSynthetic } from '../formats/synthetic/synthetic-source.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { allowedPath, type FileAccess } from './file-access.ts';

export interface OpenedSource {
  readonly source: SurveySource;
  /** Those that it is read by: given, or accepted earlier. */
  readonly overrides: MappingOverrides;
  /** Takes over the result of a scan; null where there is no file to scan. */
  readonly applyScan: ((result: ScanResult) => Promise<void>) | null;
  /** Names the file by its content; null for what no cube file can be made of. */
  readonly identify: (() => Promise<FileIdentity>) | null;
}

export interface SourceOpener {
  /** The name under which a survey is open once: two paths to one file have the same. */
  identify(path: string): Promise<string>;
  /** @param overrides null: as accepted earlier for this file, else as detected */
  open(identity: string, id: SurveyId, overrides: MappingOverrides | null): Promise<OpenedSource>;
}

export interface SourceOpenerOptions {
  readonly access: FileAccess;
  readonly reader: NativeReader;
  readonly index: IndexStore | null;
  readonly accepted: AcceptedMappings;
  readonly allowSynthetic: boolean;
  readonly hdf5: Pick<Hdf5Readers, 'describe' | 'openDataset'>;
}

export function createSourceOpener({
  access,
  reader,
  index,
  accepted,
  allowSynthetic,
  hdf5,
}: SourceOpenerOptions): SourceOpener {
  return {
    identify: async (path) => {
      if (!isSyntheticPath(path)) return await allowedPath(access, path);
      if (!allowSynthetic)
        throw new CrosslineError({ code: 'usage', detail: 'This host was started without --synthetic' });
      return path;
    },
    open: async (identity, id, overrides) => {
      if (isSyntheticPath(identity))
        return { source: openSynthetic(identity, id), overrides: NO_OVERRIDES, applyScan: null, identify: null };
      if (await isHdf5File(identity, reader)) {
        const used = overrides ?? (await acceptedForHdf5(identity, reader, accepted)) ?? NO_OVERRIDES;
        const source = await openCube(identity, await hdf5.describe(identity, used), { reader, id, hdf5 });
        return { source, overrides: used, applyScan: null, identify: null };
      }
      const source = await openSegy(identity, { reader, id, index, accepted, overrides });
      const used = source.info.mapping?.overrides ?? NO_OVERRIDES;
      return {
        source,
        overrides: used,
        applyScan: (result) => source.applyScan(result),
        identify: () => identify(source.stored.file),
      };
    },
  };
}

/** @throws CrosslineError is-folder beside what `isHdf5` throws, to which a folder is just no file */
async function isHdf5File(path: string, reader: NativeReader): Promise<boolean> {
  try {
    return await isHdf5(path, reader);
  } catch (thrown) {
    const isFolder = faultOf(thrown).code === 'not-a-file' && (await stat(path)).isDirectory();
    throw isFolder ? new CrosslineError({ code: 'is-folder', path }, { cause: thrown }) : thrown;
  }
}
