/** Lists an asar archive from its header. Layout: four uint32 (the last one the header's length in bytes), then the header as JSON. */
import { closeSync, openSync, readSync } from 'node:fs';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  /** The file lies in `app.asar.unpacked` instead. */
  readonly unpacked?: boolean;
}

export interface AsarListing {
  /** Paths with forward slashes, inside the archive. */
  readonly packed: readonly string[];
  /** Paths beside it, in the folder of the same name with `.unpacked`. */
  readonly unpacked: readonly string[];
}

const PREFIX_BYTES = 16;
const HEADER_LENGTH_AT = 12;

export function listAsar(path: string): AsarListing {
  const files = filesOf('', readHeader(path));
  return {
    packed: files.filter(({ isUnpacked }) => !isUnpacked).map(({ name }) => name),
    unpacked: files.filter(({ isUnpacked }) => isUnpacked).map(({ name }) => name),
  };
}

function readHeader(path: string): Entry {
  const file = openSync(path, 'r');
  try {
    const prefix = Buffer.alloc(PREFIX_BYTES);
    readSync(file, prefix, 0, PREFIX_BYTES, 0);
    const header = Buffer.alloc(prefix.readUInt32LE(HEADER_LENGTH_AT));
    readSync(file, header, 0, header.length, PREFIX_BYTES);
    return JSON.parse(header.toString('utf8')) as Entry;
  } finally {
    closeSync(file);
  }
}

function filesOf(folder: string, { files = {} }: Entry): { name: string; isUnpacked: boolean }[] {
  return Object.entries(files).flatMap(([name, entry]) =>
    entry.files === undefined
      ? [{ name: folder + name, isUnpacked: entry.unpacked === true }]
      : filesOf(`${folder}${name}/`, entry),
  );
}
