/** The reader process's side: open files, read on request; HDF5 files parsed and decoded. */
import { createBirpc } from 'birpc';
import { channelOf } from '../../shared/wire/channel.ts';
import { outcomeOf } from '../../shared/wire/outcome.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { createColumn } from '../native/header-column.ts';
import type { NativeReader, OpenFile } from '../native/native-reader.ts';
import type { FileCalls, FileId, ReadId } from './file-calls.ts';
import { openDataset, readContent, readDescription } from './hdf5-reading.ts';
import type { ParentPort } from './parent-port.ts';

/** Answers `FileCalls` on the port; messages of jobs pass it by. */
export function serveFiles(parent: ParentPort, createReader: () => NativeReader): void {
  const calls = fileCalls(createReader) as unknown as Record<string, (...parameters: unknown[]) => Promise<unknown>>;
  const names = Object.keys(calls);
  createBirpc<Record<string, never>, Record<string, never>>(
    {},
    {
      ...channelOf({
        send: (message) => void parent.send(message),
        onMessage: (listener) => {
          parent.onMessage(listener);
          return () => undefined;
        },
        onClose: () => () => undefined,
        close: () => undefined,
      }),
      resolver: (name) => {
        const call = names.includes(name) ? calls[name] : undefined;
        return call && ((...parameters: unknown[]) => outcomeOf(() => call(...parameters)));
      },
    },
  );
}

export function fileCalls(createReader: () => NativeReader): FileCalls {
  const files = new Map<FileId, OpenFile>();
  const reads = new Map<ReadId, AbortController>();

  const reading = async <Result>(
    fileId: FileId,
    readId: ReadId,
    read: (file: OpenFile, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> => {
    const file = files.get(fileId);
    if (file === undefined)
      throw new CrosslineError({ code: 'internal', detail: 'the reader process has no such file' });
    const controller = new AbortController();
    reads.set(readId, controller);
    try {
      return await read(file, controller.signal);
    } finally {
      reads.delete(readId);
    }
  };

  return {
    open: async (fileId, path, dataset) => {
      const file = await (dataset === null
        ? createReader().openFile(path)
        : openDataset(path, dataset, createReader()));
      files.set(fileId, file);
      return { bytes: file.bytes, modifiedMs: file.modifiedMs };
    },
    gatherGrid: (fileId, readId, gather) =>
      reading(fileId, readId, async (file, signal) => {
        const data = new Float32Array(gather.rows * gather.columns);
        return { report: await file.gatherGrid(gather, data, signal), data };
      }),
    gatherRows: (fileId, readId, gather) =>
      reading(fileId, readId, async (file, signal) => {
        const data = new Float32Array(gather.rowOffsets.length * gather.columns);
        return { report: await file.gatherRows(gather, data, signal), data };
      }),
    gatherChunks: (fileId, readId, gather, length, isRaw) =>
      reading(fileId, readId, async (file, signal) => {
        const data = isRaw ? new Uint8Array(length) : new Float32Array(length);
        return { report: await file.gatherChunks(gather, data, signal), data };
      }),
    readBytes: (fileId, readId, offset, length) =>
      reading(fileId, readId, async (file, signal) => {
        const data = new Uint8Array(length);
        return { report: await file.readBytes(offset, data, signal), data };
      }),
    gatherHeaders: (fileId, readId, gather, types) =>
      reading(fileId, readId, async (file, signal) => {
        const { count } = gather;
        const columns = types.map((type) => createColumn(type, count));
        await file.gatherHeaders(gather, columns, signal);
        return columns;
      }),
    findZeroTraces: (fileId, readId, search) =>
      reading(fileId, readId, (file, signal) => file.findZeroTraces(search, signal)),
    abort: (readId) => {
      reads.get(readId)?.abort();
      return Promise.resolve();
    },
    close: async (fileId) => {
      const file = files.get(fileId);
      files.delete(fileId);
      await file?.close();
    },
    describeHdf5: (path, overrides) => readDescription(path, overrides, createReader()),
    outlineHdf5: (path) => readContent(path, createReader()),
  };
}
