/** Where a trace of the file is seen. */
import type { CrosslineIndex, InlineIndex, LineIndex, OffsetIndex, TraceIndex } from './units.ts';

export type TracePlace =
  | {
      readonly kind: 'grid';
      readonly inline: InlineIndex;
      readonly crossline: CrosslineIndex;
      /** Of gathers; null where the survey has none. */
      readonly offset: OffsetIndex | null;
    }
  /** `index` counts along the line. */
  | { readonly kind: 'line'; readonly line: LineIndex; readonly index: TraceIndex }
  /** In file order, of a survey without a grid or lines. */
  | { readonly kind: 'file'; readonly index: TraceIndex };
