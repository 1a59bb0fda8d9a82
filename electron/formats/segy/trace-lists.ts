/** Lists of traces, and what the columns of a scan hold for them. In plain loops: `from` with a function takes ten times as long. */

/** All traces of a file, in its order. */
export function everyTrace(count: number): Int32Array {
  const traces = new Int32Array(count);
  for (let trace = 0; trace < count; trace += 1) traces[trace] = trace;
  return traces;
}

export function integersOf(column: Int32Array, traces: Int32Array): Int32Array {
  const values = new Int32Array(traces.length);
  for (let at = 0; at < values.length; at += 1) values[at] = column[traces[at]!]!;
  return values;
}

export function floatsOf(column: Float64Array, traces: Int32Array): Float64Array {
  const values = new Float64Array(traces.length);
  for (let at = 0; at < values.length; at += 1) values[at] = column[traces[at]!]!;
  return values;
}
