/** A reply with its claim on the slice's buffer. */
import type { SliceReply, SliceRequest } from '../../shared/slices.ts';
import type { EngineTiming } from '../../shared/timing.ts';
import type { LoadedSlice } from './loaded-slice.ts';
import type { Picture } from './scheduler-client.ts';

export interface SlicePicture extends Picture {
  readonly reply: SliceReply;
}

interface Course {
  /** `performance.now()` at the request's arrival and at the start of its read. */
  readonly arrivedMs: number;
  readonly startedMs: number;
  readonly isCached: boolean;
}

/** Takes over the caller's hold on the slice's buffer. */
export function pictureOf(request: SliceRequest, slice: LoadedSlice, course: Course): SlicePicture {
  const { requestId, surveyId, plane, decimation } = request;
  return {
    reply: {
      requestId,
      surveyId,
      plane,
      decimation,
      view: slice.view,
      traceStatus: slice.read.traceStatus,
      timing: timingOf(slice, course),
    },
    release: () => slice.buffer.release(),
  };
}

function timingOf({ read, prefetched }: LoadedSlice, { arrivedMs, startedMs, isCached }: Course): EngineTiming {
  return {
    queuedMs: startedMs - arrivedMs,
    readMs: isCached ? 0 : read.readMs,
    decodeMs: isCached ? 0 : read.decodeMs,
    stackMs: isCached ? 0 : (read.stackMs ?? 0),
    encodeMs: 0,
    engineMs: performance.now() - arrivedMs,
    bytesRead: isCached ? 0 : read.bytesRead,
    residentShare: isCached ? null : read.residentShare,
    majorFaults: isCached ? null : read.majorFaults,
    origin: isCached ? 'cache' : read.origin,
    file: read.file,
    layout: read.layout ?? null,
    prefetched,
  };
}
