/** The document as plain objects, arrays and numbers, which the binary formats write as they are. */
import type { ExchangeDocument, Positions } from './exchange-document.ts';

export interface TreeForms {
  positions(positions: Positions): unknown;
  samples(samples: Float32Array): unknown;
}

/** Objects have no prototype, so that any id may be a key. */
export function documentTree(document: ExchangeDocument, forms: TreeForms): Record<string, unknown> {
  const { coordinates, intersections, traces, overlaps } = document;
  return {
    coordinates: objectOf(coordinates, (profiles) => objectOf(profiles, (positions) => forms.positions(positions))),
    intersections,
    traces: objectOf(traces, (profiles) =>
      objectOf(profiles, (byIndex) => objectOf(byIndex, (samples) => forms.samples(samples))),
    ),
    overlaps,
  };
}

function objectOf<Value>(map: ReadonlyMap<string | number, Value>, formOf: (value: Value) => unknown): object {
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of map) object[key] = formOf(value);
  return object;
}
