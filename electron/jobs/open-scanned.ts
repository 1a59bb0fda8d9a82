/** A SEG-Y file whose every header was read: what a few of them show may be wrong, and a copy would stay so. */
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import { openSegy } from '../formats/segy/open-segy.ts';
import { scanFile } from '../formats/segy/scan-file.ts';
import type { SegySource } from '../formats/segy/segy-source.ts';
import type { NativeReader } from '../native/native-reader.ts';

/** @throws CrosslineError what `openSegy` and `scanFile` throw */
export async function openScanned(
  path: string,
  overrides: MappingOverrides,
  reader: NativeReader,
  signal: AbortSignal,
): Promise<SegySource> {
  const source = await openSegy(path, { reader, id: 'convert', index: null, overrides });
  try {
    if (source.info.geometryState !== 'scanned') {
      const { file, description } = source.stored;
      await source.applyScan(await scanFile(file, description, { signal, onProgress: () => undefined }));
    }
    return source;
  } catch (error) {
    await source.close();
    throw error;
  }
}
