/** From `--offset` and `--stack` to what a plane through gathers shows. */
import { offsetCount, offsetIndexOf, offsetLabelAt, type OffsetAxis } from '../../../shared/axes.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { SurveyPlane, TraceSelection } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { offsetIndex } from '../../../shared/units.ts';

export interface SelectionOptions {
  /** As the offset word has it, or the number of the trace within its gather. */
  readonly offset?: number | undefined;
  readonly stack?: true | undefined;
}

/**
 * The plane with what is selected of it; as it is where nothing is.
 * @throws CrosslineError usage, out-of-range
 */
export function withSelection(plane: SurveyPlane, { offset, stack }: SelectionOptions, info: SurveyInfo): SurveyPlane {
  if (offset === undefined && stack === undefined) return plane;
  if (offset !== undefined && stack !== undefined) throw usage('--offset and --stack exclude each other');
  if (plane.orientation === 'gather' || plane.orientation === 'traces') {
    throw usage('--offset and --stack go with --inline, --crossline, --time, --depth or --sample');
  }
  if (info.gathers === null)
    throw usage('--offset and --stack are for gathers, and this survey has one trace a position');
  return { ...plane, selection: selectionOf(info.gathers.offsets, offset) };
}

function selectionOf(offsets: OffsetAxis, offset: number | undefined): TraceSelection {
  if (offset === undefined) return { kind: 'stack' };
  const index = offsetIndexOf(offsets, offset);
  if (index !== null) return { kind: 'offset', index };
  const available = availableOffsets(offsets);
  throw new CrosslineError({ code: 'out-of-range', what: 'Offset', requested: offset, available });
}

/** More are not worth a message. */
const MOST_LISTED = 12;

function availableOffsets(offsets: OffsetAxis): string {
  const count = offsetCount(offsets);
  const [first, last] = [0, count - 1].map((index) => offsetLabelAt(offsets, offsetIndex(index)));
  if (offsets.kind === 'numbers') return `1 to ${count}, the traces of a position`;
  return count <= MOST_LISTED ? offsets.values.join(', ') : `${count} offsets from ${first} to ${last}`;
}

const usage = (detail: string): CrosslineError => new CrosslineError({ code: 'usage', detail });
