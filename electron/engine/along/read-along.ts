/** Reads the section of a cube along a profile: in turns, each on the reader's threads. */
import { traceWeights, type AlongInterpolation } from '../../../shared/geometry/along/trace-weights.ts';
import { TRACE_LIVE } from '../../../shared/slices.ts';
import type { OpenSurvey, ServedRead } from '../open-survey.ts';
import type { AlongSection } from './along-section.ts';
import { mixTraces } from './mix-traces.ts';

/** Samples of the section made at a time: up to four traces each, 4 MB, so that the event loop waits a millisecond or two. */
const SAMPLES_PER_TURN = 2 ** 18;

/**
 * @param section with a trace inside the cube
 * @param every of the cube's samples; `into` is [traces of the path, samples] in C order
 * @throws CrosslineError what reading rejects with; stops between two turns where the signal says so
 */
export async function readAlong(
  cube: Pick<OpenSurvey, 'readGridTraces'>,
  { path, size }: AlongSection,
  interpolation: AlongInterpolation,
  every: number,
  into: Float32Array,
  signal: AbortSignal,
): Promise<ServedRead> {
  const rows = path.inline.length;
  const columns = into.length / rows;
  const perTurn = Math.max(1, Math.floor(SAMPLES_PER_TURN / columns));
  const traceStatus = new Uint8Array(rows);
  let total: ServedRead | null = null;
  let mixMs = 0;
  let buffer = new Float32Array(0);
  for (let first = 0; first < rows; first += perTurn) {
    const count = Math.min(perTurn, rows - first);
    const chosenAt = performance.now();
    const weights = traceWeights(path, size, interpolation, { first, count });
    const length = weights.cells.length * columns;
    if (buffer.length < length) buffer = new Float32Array(length);
    const samples = buffer.subarray(0, length);
    mixMs += performance.now() - chosenAt;
    const read = length === 0 ? null : await cube.readGridTraces(weights.cells, every, samples, signal);
    const mixedAt = performance.now();
    const target = into.subarray(first * columns, (first + count) * columns);
    mixTraces(weights, { samples, status: read?.traceStatus ?? null }, columns, target, traceStatus.subarray(first));
    mixMs += performance.now() - mixedAt;
    total = total === null || read === null ? (read ?? total) : added(total, read);
  }
  if (total === null) throw new TypeError('no trace of the profile is inside the cube');
  const isAllLive = traceStatus.every((status) => status === TRACE_LIVE);
  return { ...total, stackMs: mixMs, traceStatus: isAllLive ? null : traceStatus };
}

/** Of two turns. What served the last one is told of both. */
const added = (one: ServedRead, other: ServedRead): ServedRead => ({
  ...other,
  readMs: one.readMs + other.readMs,
  decodeMs: one.decodeMs + other.decodeMs,
  bytesRead: one.bytesRead + other.bytesRead,
  majorFaults: one.majorFaults === null || other.majorFaults === null ? null : one.majorFaults + other.majorFaults,
});
