/** The body of the scan job: reads all headers of a SEG-Y file. Runs in a job's process, or in a test without one. */
import { NO_OVERRIDES, type MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import { settleDescription } from '../formats/segy/hypotheses/settle-description.ts';
import { scanFile } from '../formats/segy/scan-file.ts';
import type { ScanOptions } from '../formats/segy/scan-headers.ts';
import type { ScanResult } from '../formats/segy/scan-result.ts';
import type { NativeReader } from '../native/native-reader.ts';

/**
 * Opens the file for itself, so that it shares nothing with the source that is being looked at. The result is plain
 * data for `SegySource.applyScan`; `onProgress` counts traces.
 * @throws CrosslineError what `openSegy` throws, and cancelled
 */
export async function scanSegy(
  path: string,
  reader: NativeReader,
  { overrides = NO_OVERRIDES, ...options }: ScanOptions & { readonly overrides?: MappingOverrides },
): Promise<ScanResult> {
  const file = await reader.openFile(path);
  try {
    return await scanFile(file, await settleDescription(file, overrides), options);
  } finally {
    await file.close();
  }
}
