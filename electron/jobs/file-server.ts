/** The reader process's side: one open file, read on request. */
import { createBirpc } from 'birpc';
import { channelOf } from '../../shared/wire/channel.ts';
import { outcomeOf } from '../../shared/wire/outcome.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { createColumn } from '../native/header-column.ts';
import type { NativeReader, OpenFile } from '../native/native-reader.ts';
import type { FileCalls, ReadId } from './file-calls.ts';
import type { ParentPort } from './parent-port.ts';

/** Answers `FileCalls` on the port; messages of jobs pass it by. */
export function serveFile(parent: ParentPort, createReader: () => NativeReader): void {
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
  let opened: OpenFile | null = null;
  const reads = new Map<ReadId, AbortController>();

  const file = (): OpenFile => {
    if (opened === null) throw new CrosslineError({ code: 'internal', detail: 'the reader process has no file' });
    return opened;
  };
  const abortable = async <Result>(readId: ReadId, read: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
    const controller = new AbortController();
    reads.set(readId, controller);
    try {
      return await read(controller.signal);
    } finally {
      reads.delete(readId);
    }
  };

  return {
    open: async (path) => {
      opened = await createReader().openFile(path);
      return { bytes: opened.bytes, modifiedMs: opened.modifiedMs };
    },
    gatherGrid: (readId, gather) =>
      abortable(readId, async (signal) => {
        const data = new Float32Array(gather.rows * gather.columns);
        return { report: await file().gatherGrid(gather, data, signal), data };
      }),
    gatherRows: (readId, gather) =>
      abortable(readId, async (signal) => {
        const data = new Float32Array(gather.rowOffsets.length * gather.columns);
        return { report: await file().gatherRows(gather, data, signal), data };
      }),
    readBytes: (readId, offset, length) =>
      abortable(readId, async (signal) => {
        const data = new Uint8Array(length);
        return { report: await file().readBytes(offset, data, signal), data };
      }),
    gatherHeaders: (readId, gather, types) =>
      abortable(readId, async (signal) => {
        const { count } = gather;
        const columns = types.map((type) => createColumn(type, count));
        await file().gatherHeaders(gather, columns, signal);
        return columns;
      }),
    findZeroTraces: (readId, search) => abortable(readId, (signal) => file().findZeroTraces(search, signal)),
    abort: (readId) => {
      reads.get(readId)?.abort();
      return Promise.resolve();
    },
    close: async () => {
      await opened?.close();
      opened = null;
    },
  };
}
