/** Ways to read a file, to choose from, and how the file looks when it is read so. */
import type { LineAxis } from '../axes.ts';
import type { SliceView, SurveyPlane } from '../slices.ts';
import type { SurveyInfo, SurveyKind } from '../survey.ts';
import type { MappingOverrides, SegyMapping } from './segy-mapping.ts';

/** One complete hypothesis, scored against the whole file. */
export interface MappingProposal {
  /** What opens the file so. */
  readonly overrides: MappingOverrides;
  readonly mapping: SegyMapping;
  /** E.g. "Petrel 5/21"; null where the words are no preset's. */
  readonly preset: string | null;
  /** 0 (impossible) to 1 (everything agrees); proposals come best first. */
  readonly score: number;
  /** What speaks for it and against it, weightiest first. One sentence each. */
  readonly reasons: readonly string[];
  readonly kind: SurveyKind;
  readonly traceCount: number;
  /** As far as the headers looked at reach; null where there is no cube. */
  readonly inline: LineAxis | null;
  readonly crossline: LineAxis | null;
  /** The file whose accepted mapping this is, where it is a sibling's. */
  readonly acceptedFor: string | null;
}

/** How a file looks by a mapping, without opening it for good. */
export interface MappingPreview {
  /** As the survey would be opened; its id names nothing. */
  readonly info: SurveyInfo;
  /** World positions of at most some thousand traces, evenly spread in file order; null where there are none. */
  readonly baseMap: { readonly x: Float64Array; readonly y: Float64Array } | null;
  /** The middle line, decimated to a small picture; [traces, samples]. */
  readonly section: { readonly plane: SurveyPlane; readonly view: SliceView };
}
