/** What is said of a layout that headers contradict or damage has broken. */
import type { Finding, Remedy } from '../../../shared/survey.ts';
import { note, warning } from './finding.ts';
import type { Spacing } from './find-spacing.ts';
import { lostTraces } from './recovery/lost-traces.ts';
import type { RecoveredTraces } from './recovery/recover-traces.ts';
import type { StatedCount } from './stated-counts.ts';
import type { TraceLayout, VaryingLengths } from './trace-layout.ts';
import type { Tail } from './traces-tail.ts';

const SHORT_OR_LONG = 'With a wrong length every trace but the first is read from the wrong place.';

/** Also where no header states a length. `isFixed`: bytes 3503-3504 say that all traces have the same. */
export function countFindings(stated: readonly StatedCount[], chosen: Spacing, isFixed: boolean): Finding[] {
  if (chosen.varying !== null) return [lengthsVary(chosen.varying, isFixed)];
  const others = stated.filter(({ sampleCount }) => sampleCount !== chosen.sampleCount);
  const isStated = others.length < stated.length;
  if (others.length === 0 && isStated) return [];
  const said = others.map(({ sampleCount, place }) => `${sampleCount} in ${place}`).join(', ');
  const why = chosen.isSeen === true ? 'where the next trace headers stand' : "the file's size";
  if (!isStated) {
    const details = { assumed: `${chosen.sampleCount} samples, by ${chosen.place}.`, effect: SHORT_OR_LONG };
    if (others.length === 0) {
      return [warning('sample-count-missing', 'No header states the samples of a trace.', details)];
    }
    const message = `The headers state samples of a trace (${said}) that lead to no other trace header.`;
    return [warning('sample-count-wrong', message, { ...details, remedies: others.map(useCount) })];
  }
  const message = `The headers disagree on the samples of a trace: ${chosen.sampleCount} in ${chosen.place}, but ${said}.`;
  return [
    warning('sample-count-contradiction', message, {
      assumed: `${chosen.sampleCount} samples, with which ${why} agrees best.`,
      effect: SHORT_OR_LONG,
      remedies: others.map(useCount),
    }),
  ];
}

const useCount = ({ sampleCount }: StatedCount): Remedy => ({
  label: `Use ${sampleCount} samples a trace`,
  overrides: { samples: sampleCount },
});

function lengthsVary({ sampleCounts }: VaryingLengths, isFixed: boolean): Finding {
  const shortest = sampleCounts.reduce((least, count) => Math.min(least, count), Infinity);
  const longest = sampleCounts.reduce((most, count) => Math.max(most, count), 0);
  const flag = isFixed ? ', though bytes 3503-3504 say that all have the same length' : '';
  return note('trace-lengths-vary', `Traces have ${shortest} to ${longest} samples (bytes 115-116)${flag}.`, {
    assumed: 'Each trace is as long as its own header says; short ones end early, with nothing below.',
    effect: 'If the counts are wrong, traces are read from the wrong place.',
  });
}

export const widthReason = ({
  strideBytes,
  sampleCount,
  bytesPerSample,
}: Pick<Spacing, 'strideBytes' | 'sampleCount' | 'bytesPerSample'>): string =>
  `Trace headers repeat every ${strideBytes} bytes, which is ${sampleCount} samples of ${bytesPerSample} bytes.`;

/** Longest lists of places in a sentence. */
const PLACES_NAMED = 3;

export function gapFindings({ gaps }: RecoveredTraces, layout: TraceLayout): Finding[] {
  if (gaps.length === 0) return [];
  const places = gaps.slice(0, PLACES_NAMED).map(({ offset, bytes }) => `${bytes} bytes from byte ${offset + 1} on`);
  const more = gaps.length > PLACES_NAMED ? `, and at ${gaps.length - PLACES_NAMED} more places` : '';
  const losses = gaps.map((gap) => lostTraces(gap, layout.strideBytes, layout.byteOrder));
  const count = losses.reduce((sum, loss) => sum + loss.count, 0);
  const isCounted = losses.every((loss) => loss.isCounted);
  const skipped = gaps.reduce((sum, { bytes }) => sum + bytes, 0);
  const total = gaps.length > 1 ? ` (${skipped} bytes in all)` : '';
  const lost = `${isCounted ? '' : 'about '}${traces(count)} lost in between`;
  return [
    warning('traces-interrupted', `Bytes that are no traces: ${places.join(', ')}${more}${total}.`, {
      assumed: `They are left out, and traces read on from the next header. By ${isCounted ? 'the trace sequence numbers' : 'the room between'} ${traces(count)} ${count === 1 ? 'is' : 'are'} missing there.`,
      effect: 'Trace numbers behind such a place are lower than in the undamaged file.',
      lost,
    }),
  ];
}

const traces = (count: number): string => (count === 1 ? '1 trace' : `${count} traces`);

/** Zeros of less than two traces may just fill the last block of a disk or tape. */
const isOfTraces = (bytes: number, { strideBytes }: TraceLayout): boolean =>
  bytes >= 2 * strideBytes || bytes === strideBytes;

/** @param expected traces, by bytes 3513-3520; 0 where nothing says */
export function tailFindings(tail: Tail, layout: TraceLayout, expected: number): Finding[] {
  const missing = expected > layout.traceCount ? expected - layout.traceCount : null;
  const known = missing === null ? '' : ` Bytes 3513-3520 state ${expected} traces, of which ${missing} are missing.`;
  const complete = `${traces(layout.traceCount)} are complete`;
  if (tail.kind === 'cut') {
    const message = `The file ends within a trace, of which ${tail.bytes} bytes are there; ${complete}.${known}`;
    return [
      warning('truncated-tail', message, {
        assumed: 'The incomplete trace is left out.',
        effect: 'Copied again from its source, the file may hold more.',
        lost: missing === null ? 'the last trace, and whatever followed it' : `${traces(missing)} lost at the end`,
      }),
    ];
  }
  if (tail.kind === 'blank' && isOfTraces(tail.bytes, layout)) {
    const blank = Math.floor(tail.bytes / layout.strideBytes);
    const message = `The last ${tail.bytes} bytes are zero; ${complete}.${known}`;
    return [
      warning('blank-tail', message, {
        assumed: 'The file was never written to its end, or lost it: the blank traces are left out.',
        effect: 'Copied again from its source, the file may hold more.',
        lost: `${traces(missing ?? blank)} lost at the end`,
      }),
    ];
  }
  if (tail.kind === 'blank' || tail.kind === 'unknown') {
    const what = tail.kind === 'blank' ? 'zero' : 'no trace';
    const message = `The last ${tail.bytes} bytes of the file are ${what}; ${complete}.${known}`;
    const details = { assumed: 'They are left out.', effect: 'If they are traces, those are missing.' };
    return [
      tail.kind === 'blank' && missing === null
        ? note('padded-tail', message, details)
        : warning('unknown-tail', message, details),
    ];
  }
  if (missing === null) return [];
  const message = `Bytes 3513-3520 state ${expected} traces; the file has ${layout.traceCount}.`;
  return [
    warning('traces-fewer', message, {
      assumed: 'The file was cut off at the end of a trace.',
      effect: 'Copied again from its source, the file may hold more.',
      lost: `${traces(missing)} lost at the end`,
    }),
  ];
}
