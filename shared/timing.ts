/** Where the milliseconds of one picture went. Each stage is measured where it happens; clocks of two processes are never compared. */

/** Who served the samples; `decoded`: HDF5's library, in a process of its own. */
export type SliceOrigin = 'mapped' | 'fallback' | 'decoded' | 'cache' | 'synthetic';

/** What the engine measured for one slice. Null: not measured on this system or path. */
export interface EngineTiming {
  /** From the request's arrival to the start of its read. */
  readonly queuedMs: number;
  /** Waiting for bytes: page touches of the mapping, or read calls. 0 for a cache hit. */
  readonly readMs: number;
  /** Turning stored words into Float32. 0 for a cache hit. */
  readonly decodeMs: number;
  /** Averaging the traces of each position, or of those round it; 0 where each shows one as it is, and for a cache hit. */
  readonly stackMs: number;
  /** Making the message for the wire (compacting, framing); set by the host that sends it. */
  readonly encodeMs: number;
  /** From arrival to the message handed to the transport: all of the above and what lies between them. */
  readonly engineMs: number;
  /** Bytes of the file that the slice's samples occupy. 0 for a cache hit. */
  readonly bytesRead: number;
  /** Share (0 to 1) of the sampled pages that were in memory before the read; null: unknown. */
  readonly residentShare: number | null;
  /** Page faults of the reading threads that went to disk; null: unknown. */
  readonly majorFaults: number | null;
  readonly origin: SliceOrigin;
  /** Name of the file that the samples came from, also where the cache kept them; null for a synthetic source. */
  readonly file: string | null;
  /** Which of its orders the file's samples were read in, e.g. `hlines` of a cube file; null where it has only one. */
  readonly layout: string | null;
  /** The slice had been prefetched. */
  readonly prefetched: boolean;
}

/** What the page adds. */
export interface PageTiming {
  /** The page's round trip less `engineMs`. */
  readonly transferMs: number;
  readonly uploadMs: number | null;
  /** GPU time of the draw where a timer query answers, else null. */
  readonly gpuMs: number | null;
  /** JavaScript and driver time of the draw call, up to its fence. */
  readonly drawMs: number | null;
  /** From the input event's timeStamp to the animation frame after the draw's fence has signalled. */
  readonly presentedMs: number | null;
}

export interface Timing extends EngineTiming, PageTiming {
  readonly requestId: number;
}

/** `unknown`: reading took longest, and this system or reader does not tell whether it waited for the disk. */
export type Verdict = 'disk-bound' | 'CPU-bound' | 'transfer-bound' | 'GPU-bound' | 'unknown' | 'idle';

/** The stages in the order in which they happen, as the overlay lists them. */
export const STAGES = [
  'queuedMs',
  'readMs',
  'decodeMs',
  'stackMs',
  'encodeMs',
  'transferMs',
  'uploadMs',
  'drawMs',
] as const;
export type Stage = (typeof STAGES)[number];

const isFileRead = (origin: SliceOrigin): boolean => origin !== 'cache' && origin !== 'synthetic';

/**
 * What the picture waited for most. Reading counts as disk only where pages had to come from it (major faults, or
 * sampled pages that were absent): a read of resident pages is memory traffic, which a faster CPU path would shorten.
 */
export function verdictOf(timing: Timing): Verdict {
  const fromDisk =
    (timing.majorFaults !== null && timing.majorFaults > 0) ||
    (timing.residentShare !== null && timing.residentShare < 1);
  const isUnknown = timing.majorFaults === null && timing.residentShare === null && isFileRead(timing.origin);
  const unknown = isUnknown ? timing.readMs : 0;
  const disk = fromDisk ? timing.readMs : 0;
  const cpu = timing.decodeMs + timing.stackMs + timing.encodeMs + (fromDisk || isUnknown ? 0 : timing.readMs);
  const transfer = timing.transferMs;
  // The draw lasts until its fence, which the GPU's own time is a part of.
  const gpu = (timing.uploadMs ?? 0) + (timing.drawMs ?? timing.gpuMs ?? 0);
  const most = Math.max(disk, cpu, transfer, gpu, unknown);
  if (most === 0) return 'idle';
  if (most === disk) return 'disk-bound';
  if (most === unknown) return 'unknown';
  if (most === gpu) return 'GPU-bound';
  return most === transfer ? 'transfer-bound' : 'CPU-bound';
}

/** E.g. "sample.h5 hlines"; null for a synthetic source. */
export const servedBy = ({ file, layout }: Pick<EngineTiming, 'file' | 'layout'>): string | null =>
  file === null || layout === null ? file : `${file} ${layout}`;

/** Megabytes a second while reading and decoding; null where nothing was read, or too fast to time. */
export function megabytesPerSecond({ bytesRead, readMs, decodeMs }: EngineTiming): number | null {
  const ms = readMs + decodeMs;
  return bytesRead === 0 || ms <= 0 ? null : bytesRead / 1000 / ms;
}
