/** Opens files inside a job, as the engine would. */
import { createSourceOpener, type OpenedSource, type SourceOpener } from '../engine/open-source.ts';
import { AcceptedMappings } from '../formats/segy/accepted/accepted-mappings.ts';
import type { IndexStore } from '../formats/segy/scan-index.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { createHdf5Readers } from './hdf5-readers.ts';
import { scanSegy } from './scan.ts';

/** HDF5 is parsed right here: this is the process for it. */
export const createJobOpener = (stateFolder: string, index: IndexStore, reader: NativeReader): SourceOpener =>
  createSourceOpener({
    access: { roots: 'anywhere', files: [] },
    reader,
    index,
    accepted: new AcceptedMappings(stateFolder),
    allowSynthetic: false,
    hdf5: createHdf5Readers(null, reader),
  });

/**
 * A cube that a few headers show is listed by them. Of anything else a few headers tell next to nothing, so all are read;
 * the index then spares the file's opening the same work.
 */
export async function completeGeometry(
  { source, overrides, applyScan }: OpenedSource,
  path: string,
  { reader, signal }: { readonly reader: NativeReader; readonly signal: AbortSignal },
): Promise<void> {
  if (source.info.geometryState !== 'sampled' || source.info.kind === 'cube' || applyScan === null) return;
  await applyScan(await scanSegy(path, reader, { overrides, signal, onProgress: () => undefined }));
}
