/** What the scenes are given to show, and what they report back. */
import type { Decimation, SlicePlane, SliceView } from '../../shared/slices.ts';
import type { SurveyId } from '../../shared/survey.ts';

/** A slice as it came from the engine (`SliceReply` without its timing is one). */
export interface SlicePicture {
  /** Unique in the page and increasing. */
  readonly requestId: number;
  readonly surveyId: SurveyId;
  readonly plane: SlicePlane;
  readonly decimation: Decimation;
  readonly view: SliceView;
  /** TRACE_* of each row, or of each cell in C order; null where all are live. */
  readonly traceStatus: Uint8Array | null;
}

/** Whether a view draws a picture in the next animation frame, or when the GPU has time. */
export type PicturePace = 'prompt' | 'leisurely';

/** One drawn frame. A frame that shows no new picture has no request ids and is reported with them empty. */
export interface DrawnReport {
  /** Pictures that this frame shows for the first time. */
  readonly requestIds: readonly number[];
  /** Time of the texture refills in ms, their flush included; 0 where none was needed. */
  readonly uploadMs: number;
  /** From the first draw call to its fence, in ms; without `uploadMs`. */
  readonly drawMs: number;
  /** GPU time of the draw in ms; null where no timer query answered by then. */
  readonly gpuMs: number | null;
  /** `performance.now()` clock: the animation frame after the fence had signalled. */
  readonly presentedAt: number;
}
