/** What the system holds of a file in memory: asked for, and given up. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createReader } from '../../native/open-reader.ts';

const run = promisify(execFile);

/** The stretch of which the system tells every page (`residency.h`). */
const STRETCH_BYTES = 4 * 2 ** 20 - 4096;

/** Writes the file out, then has the system drop its pages (posix_fadvise by GNU dd; no rights are needed). Mapped pages stay. */
export async function dropFromMemory(path: string): Promise<void> {
  await run('sync', [path]);
  await run('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none']);
}

/** Share of the file's pages that are in memory, 0 to 1; null where the system cannot tell. */
export async function shareInMemory(path: string): Promise<number | null> {
  const file = await createReader().openFile(path);
  try {
    let resident = 0;
    for (let offset = 0; offset < file.bytes; offset += STRETCH_BYTES) {
      const rowBytes = Math.min(STRETCH_BYTES, file.bytes - offset);
      const share = file.residentShare({ offset, rows: 1, rowStrideBytes: 0, rowBytes });
      if (share === null) return null;
      resident += share * rowBytes;
    }
    return resident / file.bytes;
  } finally {
    await file.close();
  }
}
