/** What is asked about an HDF5 file, in whichever process answers. */
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import { describeHdf5, outlineHdf5, type Hdf5Content } from '../formats/hdf5/foreign/describe-hdf5.ts';
import { LibraryDataset } from '../formats/hdf5/library/library-dataset.ts';
import type { CubeDescription } from '../formats/hdf5/source/cube-description.ts';
import type { NativeReader, OpenFile } from '../native/native-reader.ts';

/** @throws CrosslineError choose-dataset, not-hdf5, usage; the file's own faults */
export const readDescription = (
  path: string,
  overrides: MappingOverrides,
  reader: NativeReader,
): Promise<CubeDescription> => withFile(path, reader, (file) => describeHdf5(file, overrides));

/** @throws CrosslineError not-hdf5; the file's own faults */
export const readContent = (path: string, reader: NativeReader): Promise<Hdf5Content> =>
  withFile(path, reader, outlineHdf5);

/** @throws CrosslineError not-hdf5; the file's own faults */
export const openDataset = (path: string, dataset: string, reader: NativeReader): Promise<OpenFile> =>
  withFile(path, reader, (file) => LibraryDataset.open(file, dataset));

async function withFile<T>(path: string, reader: NativeReader, use: (file: OpenFile) => Promise<T>): Promise<T> {
  const file = await reader.openFile(path);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
