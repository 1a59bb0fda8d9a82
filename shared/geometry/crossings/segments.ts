/**
 * The pieces of profiles between traces at different positions. Neighbouring traces at one position are one vertex, and
 * traces without a position are none, so no segment is without length.
 */
import { profileCount, type ProfileLines } from './profile-lines.ts';

export interface Segments {
  /** Of every vertex, one profile after the other. Segment s joins the vertices s and s + 1 of one profile. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Length: profiles + 1. */
  readonly starts: Uint32Array;
  /** Of every vertex. */
  readonly profileOf: Uint32Array;
  /** The first trace of each profile, counted over all, as those below. */
  readonly traceStarts: Uint32Array;
  /** First and last of the traces at each vertex; null where vertex v is trace v. */
  readonly traces: { readonly first: Uint32Array; readonly last: Uint32Array } | null;
}

export function createSegments(lines: ProfileLines): Segments {
  const { x, y, starts } = lines;
  const profileOf = new Uint32Array(x.length);
  let isPlain = true;
  for (let p = 0; p + 1 < starts.length; p += 1) {
    const from = starts[p]!;
    const to = starts[p + 1]!;
    profileOf.fill(p, from, to);
    isPlain &&= isPlainLine(x, y, from, to);
  }
  return isPlain ? { x, y, starts, profileOf, traceStarts: starts, traces: null } : mergeTraces(lines);
}

/** Whether every trace has a position, which differs from that of the trace before. */
function isPlainLine(x: Float64Array, y: Float64Array, from: number, to: number): boolean {
  let lastX = NaN;
  let lastY = NaN;
  for (let i = from; i < to; i += 1) {
    const nextX = x[i]!;
    const nextY = y[i]!;
    // Not finite where one of them is not.
    if (!Number.isFinite(nextX - nextY) || (nextX === lastX && nextY === lastY)) return false;
    lastX = nextX;
    lastY = nextY;
  }
  return true;
}

function mergeTraces(lines: ProfileLines): Segments {
  const profiles = profileCount(lines);
  const x = new Float64Array(lines.x.length);
  const y = new Float64Array(lines.x.length);
  const starts = new Uint32Array(profiles + 1);
  const profileOf = new Uint32Array(lines.x.length);
  const first = new Uint32Array(lines.x.length);
  const last = new Uint32Array(lines.x.length);
  let vertices = 0;
  for (let p = 0; p < profiles; p += 1) {
    starts[p] = vertices;
    for (let i = lines.starts[p]!; i < lines.starts[p + 1]!; i += 1) {
      const nextX = lines.x[i]!;
      const nextY = lines.y[i]!;
      if (!Number.isFinite(nextX) || !Number.isFinite(nextY)) continue;
      const isNew = vertices === starts[p] || nextX !== x[vertices - 1] || nextY !== y[vertices - 1];
      if (isNew) {
        x[vertices] = nextX;
        y[vertices] = nextY;
        profileOf[vertices] = p;
        first[vertices] = i;
        vertices += 1;
      }
      last[vertices - 1] = i;
    }
  }
  starts[profiles] = vertices;
  return {
    x: x.subarray(0, vertices),
    y: y.subarray(0, vertices),
    starts,
    profileOf: profileOf.subarray(0, vertices),
    traceStarts: lines.starts,
    traces: { first, last },
  };
}

/** Whether a segment is the last of its profile, which owns its end, too. */
export const isLastSegment = ({ starts, profileOf }: Segments, segment: number): boolean =>
  segment + 2 === starts[profileOf[segment]! + 1];

/** The first trace at a vertex, 0-based in its profile. */
export function firstTrace(segments: Segments, vertex: number): number {
  const { traces, traceStarts, profileOf } = segments;
  return (traces === null ? vertex : traces.first[vertex]!) - traceStarts[profileOf[vertex]!]!;
}

/** The last trace at a vertex, which owns what follows. */
export function lastTrace(segments: Segments, vertex: number): number {
  const { traces, traceStarts, profileOf } = segments;
  return (traces === null ? vertex : traces.last[vertex]!) - traceStarts[profileOf[vertex]!]!;
}
