/** The 2D lines of a scanned file. */
import { traceWordAt } from '../../../shared/headers/trace-words.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { CoordinateUnit, LineSplit } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding, SplitChoice } from '../../../shared/survey.ts';
import { note, warning } from './finding.ts';
import { linePositions } from './line-positions.ts';
import { bestSplit, isSameSplit, MOST_LINES, plausibleSplits, splitByJumps, splitByWord } from './line-splits.ts';
import type { FileSplit, SplitWord } from './line-splits.ts';
import type { LineEvidence } from './line-breaks.ts';
import type { LineWords } from './line-words.ts';
import type { ScannedHeaders } from './scan-headers.ts';
import { TRACE_WORDS } from './trace-header.ts';
import type { TraceLine, TraceLines } from './trace-lines.ts';
import { floatsOf, integersOf } from './trace-lists.ts';
import { worldPositions, type WorldPositions } from './trace-steps.ts';

export interface FoundLines {
  readonly lines: TraceLines;
  readonly findings: readonly Finding[];
}

export interface LineWish {
  /** As the user says; null to find the best. */
  readonly split: LineSplit | null;
  readonly coordinateUnit: CoordinateUnit;
  /** Where the crossline number is: some writers keep the line's there. */
  readonly crosslinePlace: HeaderPlace;
  /** What the file calls its line, where it holds one; null where it does not say. */
  readonly fileLineName: string | null;
}

export function findLines(headers: ScannedHeaders, words: LineWords, wish: LineWish): FoundLines {
  const positions = worldPositions(headers, wish.coordinateUnit);
  const evidence: LineEvidence = { cdp: headers.cdp, positions };
  const splits = plausibleSplits(evidence, usualWords(headers, wish.crosslinePlace));
  const wanted = wish.split === null ? null : wantedSplit(wish.split, splits, headers, words, evidence);
  const chosen = wanted ?? bestSplit(evidence, splits);
  const listed = splits.some(({ split }) => isSameSplit(split, chosen.split)) ? splits : [...splits, chosen];
  return {
    lines: {
      split: chosen.split,
      choices: listed.map(choiceOf),
      lines: chosen.lines.map((traces, index) =>
        lineOf(traces, nameOf(chosen, index, wish.fileLineName), headers.cdp, words.shotPoint, positions),
      ),
    },
    findings: splitFindings(chosen, wish.split !== null && wanted === null ? wish.split : null),
  };
}

/** Words that are used for line numbers. */
const usualWords = (headers: ScannedHeaders, crosslinePlace: HeaderPlace): SplitWord[] => [
  { split: 'line', label: 'Inline number', values: headers.inline },
  { split: crosslinePlace, label: 'Crossline number', values: headers.crossline },
  { split: TRACE_WORDS.fieldRecord, label: 'Field record (byte 9)', values: headers.fieldRecord },
];

/** Null where it would make more lines than can be shown. */
function wantedSplit(
  split: LineSplit,
  splits: readonly FileSplit[],
  headers: ScannedHeaders,
  words: LineWords,
  evidence: LineEvidence,
): FileSplit | null {
  const known = splits.find((other) => isSameSplit(other.split, split));
  if (known !== undefined) return known;
  if (split === 'jumps') return splitByJumps(evidence);
  if (split === 'line') return splitByWord({ split, label: 'Inline number', values: headers.inline });
  if (split === 'none' || words.split === null) return null;
  return splitByWord({ split, label: wordLabel(split), values: words.split });
}

function wordLabel(place: HeaderPlace): string {
  const title = traceWordAt(place)?.title;
  return title === undefined ? `Byte ${place.byte}` : `${title} (byte ${place.byte})`;
}

const choiceOf = ({ split, label, lines }: FileSplit): SplitChoice => ({ split, label, lineCount: lines.length });

function nameOf({ values, lines }: FileSplit, index: number, fileLineName: string | null): string {
  if (values !== null) return `Line ${values[index]!}`;
  return lines.length === 1 ? (fileLineName ?? 'Line') : `Line ${index + 1}`;
}

function lineOf(
  traces: Int32Array,
  name: string,
  cdp: Int32Array,
  shotPoint: Float64Array,
  positions: WorldPositions | null,
): TraceLine {
  const points = floatsOf(shotPoint, traces);
  return {
    name,
    traces,
    cdp: integersOf(cdp, traces),
    shotPoint: points.every((point) => point === 0) ? null : points,
    positions: positions === null ? null : linePositions(positions, traces),
  };
}

function splitFindings({ lines, label }: FileSplit, refused: LineSplit | null): Finding[] {
  const findings: Finding[] = [];
  if (refused !== null) {
    const message = `The file cannot be split as wished: that would make more than ${MOST_LINES} lines.`;
    findings.push(warning('split-impossible', message));
  }
  if (lines.length > 1) {
    const message = `The file holds ${lines.length} lines, told apart by: ${label}.`;
    findings.push(
      note('lines-split', message, {
        effect: 'As one line, all traces follow one another as they are stored.',
        remedies: [{ label: 'Show the file as one line', overrides: { kind: 'line', split: 'none' } }],
      }),
    );
  }
  return findings;
}
