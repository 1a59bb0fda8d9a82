/** The traces that rows stand for, in file order. */
export interface TraceRows {
  readonly count: number;
  /** Trace index of row `first` and the `count - 1` rows behind it; all inside. */
  tracesOf(first: number, count: number): Float64Array;
  /** The first row whose trace is this one or a later one; `count` where there is none. */
  rowFrom(trace: number): number;
}

export function allTraces(traceCount: number): TraceRows {
  return {
    count: traceCount,
    tracesOf: (first, count) => Float64Array.from({ length: count }, (_, i) => first + i),
    rowFrom: (trace) => Math.min(Math.max(trace, 0), traceCount),
  };
}

/** Every `step`-th row, from the first on. */
export function everyRow(rows: TraceRows, step: number): TraceRows {
  if (step === 1) return rows;
  return {
    count: Math.ceil(rows.count / step),
    tracesOf: (first, count) => {
      const whole = rows.tracesOf(first * step, (count - 1) * step + 1);
      return Float64Array.from({ length: count }, (_, i) => whole[i * step]!);
    },
    rowFrom: (trace) => Math.ceil(rows.rowFrom(trace) / step),
  };
}
