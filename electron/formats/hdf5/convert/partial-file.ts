/** The file that is being written, under a name of its own until it is whole. */
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { RowPlaces, RowWriter } from '../../../native/row-writer.ts';
import { systemError } from '../../../native/file-faults.ts';

/** More writes at once only wait for one another: libuv has four threads. */
const MOST_WRITES = 8;

export class PartialFile {
  readonly path: string;
  readonly #handle: FileHandle;
  #end: number;
  #lastRows: Promise<void> = Promise.resolve();

  private constructor(path: string, handle: FileHandle, end: number) {
    this.path = path;
    this.#handle = handle;
    this.#end = end;
  }

  /**
   * @param end where room begins that nothing was given yet
   * @param keeps what lies there; else it is emptied
   */
  static async open(path: string, end: number, keeps: boolean): Promise<PartialFile> {
    try {
      // Opened for reading too: what was written is verified.
      return new PartialFile(path, await (keeps ? openOrCreate(path) : open(path, 'w+')), end);
    } catch (error) {
      throw systemError(error, path);
    }
  }

  /** Where the next room would begin. */
  get end(): number {
    return this.#end;
  }

  /** Room at the end of the file. */
  take(bytes: number, alignment = 8): number {
    const address = Math.ceil(this.#end / alignment) * alignment;
    this.#end = address + bytes;
    return address;
  }

  /** What lies before `end` is used, also where an earlier process wrote it. */
  reserve(end: number): void {
    this.#end = Math.max(this.#end, end);
  }

  /** Room for the bytes, with them in it. */
  async append(bytes: Uint8Array): Promise<number> {
    const address = this.take(bytes.byteLength);
    await this.write(bytes, address);
    return address;
  }

  /** The same of pieces that are to lie side by side, unaligned. */
  async appendAll(pieces: readonly Uint8Array[]): Promise<void> {
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    let address = this.take(bytes, 1);
    try {
      for (let left = [...pieces]; left.length > 0;) {
        const { bytesWritten } = await this.#handle.writev(left, address);
        address += bytesWritten;
        left = withoutFirst(left, bytesWritten);
      }
    } catch (error) {
      throw systemError(error, this.path);
    }
  }

  async write(bytes: Uint8Array, address: number): Promise<void> {
    try {
      let done = 0;
      while (done < bytes.byteLength) {
        const { bytesWritten } = await this.#handle.write(bytes, done, bytes.byteLength - done, address + done);
        done += bytesWritten;
      }
    } catch (error) {
      throw systemError(error, this.path);
    }
  }

  /** Rows of one array, by the addon where there is one. One array at a time: two that write would wait for each other by spinning. */
  async writeRows(bytes: Uint8Array, places: RowPlaces, writer: RowWriter | null): Promise<void> {
    const writing = this.#lastRows.then(() => this.#writeRows(bytes, places, writer));
    this.#lastRows = writing.catch(() => undefined);
    await writing;
  }

  async #writeRows(bytes: Uint8Array, places: RowPlaces, writer: RowWriter | null): Promise<void> {
    const { rows, rowBytes, offset, strideBytes } = places;
    if (writer === null) {
      await this.writeAll(rows, (row) => [
        bytes.subarray(row * rowBytes, (row + 1) * rowBytes),
        offset + row * strideBytes,
      ]);
      return;
    }
    try {
      await writer(this.#handle.fd, bytes, places);
    } catch (error) {
      throw systemError(error, this.path);
    }
  }

  /** Many pieces of one array, some at a time. All have ended when it settles. */
  async writeAll(
    count: number,
    pieceOf: (index: number) => readonly [bytes: Uint8Array, address: number],
  ): Promise<void> {
    let next = 0;
    let fault: unknown = null;
    const lane = async (): Promise<void> => {
      while (next < count && fault === null) {
        const [bytes, address] = pieceOf(next++);
        await this.write(bytes, address).catch((error: unknown) => void (fault ??= error));
      }
    };
    await Promise.all(Array.from({ length: Math.min(MOST_WRITES, count) }, lane));
    if (fault !== null) throw fault as Error;
  }

  /** @returns bytes read: fewer at the end of the file */
  async read(into: Uint8Array, address: number): Promise<number> {
    try {
      let done = 0;
      while (done < into.byteLength) {
        const { bytesRead } = await this.#handle.read(into, done, into.byteLength - done, address + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    } catch (error) {
      throw systemError(error, this.path);
    }
  }

  async sync(): Promise<void> {
    try {
      await this.#handle.datasync();
    } catch (error) {
      throw systemError(error, this.path);
    }
  }

  /** What lies behind the end, from an earlier process, goes. */
  async truncate(bytes: number): Promise<void> {
    try {
      await this.#handle.truncate(bytes);
    } catch (error) {
      throw systemError(error, this.path);
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** Under its final name, replacing what is there. */
  async rename(finalPath: string): Promise<void> {
    try {
      await rename(this.path, finalPath);
    } catch (error) {
      throw systemError(error, finalPath);
    }
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

async function openOrCreate(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return await open(path, 'w+');
  }
}

/** What is left of the pieces behind so many bytes. */
function withoutFirst(pieces: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let skipped = bytes;
  return pieces.flatMap((piece) => {
    const used = Math.min(skipped, piece.length);
    skipped -= used;
    return used === piece.length ? [] : [piece.subarray(used)];
  });
}
