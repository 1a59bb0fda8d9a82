/** Everything about the sample's files except their samples: names, layouts, headers, trace positions. */
import { lineDesigns } from './line-design.ts';
import { tracePositions } from './line-path.ts';
import { NO_MIS_TIE, type MisTie } from './mis-tie.ts';
import { mixSeeds } from './random.ts';
import { cubeCards, lineCards } from './sample-cards.ts';
import { BINARY_HEADER_BYTES, encodeBinaryHeader, traceBytes } from './segy-headers.ts';
import type { SampleLayout, TracePosition } from './segy-headers.ts';
import { createSurveyCoordinates, type StoredPoint, type SurveyCoordinates } from './survey-coordinates.ts';
import { cubeTraceCount, recordLengthMs, type SurveyDesign } from './survey-design.ts';
import { encodeTextHeader, TEXT_HEADER_BYTES } from './text-header.ts';

/** A SEG-Y file to be written. */
export interface PlannedFile {
  readonly fileName: string;
  /** Text and binary header, 3600 bytes. */
  readonly headers: Uint8Array;
  readonly layout: SampleLayout;
  readonly traceCount: number;
  /** Traces made and written at a time. */
  readonly tracesPerBlock: number;
  readonly misTie: MisTie;
  readonly noiseSeed: number;
  positionOf(traceIndex: number): TracePosition;
}

export interface PlannedLine extends PlannedFile {
  readonly name: string;
  readonly isReference: boolean;
  readonly points: readonly StoredPoint[];
}

export interface SamplePlan {
  readonly design: SurveyDesign;
  readonly cube: PlannedFile;
  readonly lines: readonly PlannedLine[];
  readonly truthFileName: string;
}

const TRUTH_FILE_NAME = 'truth.json';
const LINE_TRACES_PER_BLOCK = 256;

export const fileBytes = (file: PlannedFile): number => file.headers.length + file.traceCount * traceBytes(file.layout);

export const segyFiles = (plan: SamplePlan): readonly PlannedFile[] => [plan.cube, ...plan.lines];

function encodeHeaders(cards: readonly string[], layout: SampleLayout, lineNumber: number): Uint8Array {
  const headers = new Uint8Array(TEXT_HEADER_BYTES + BINARY_HEADER_BYTES);
  headers.set(encodeTextHeader(cards));
  headers.set(encodeBinaryHeader(layout, lineNumber), TEXT_HEADER_BYTES);
  return headers;
}

/** Inline sorted: crosslines run fastest. */
function planCube(design: SurveyDesign, coordinates: SurveyCoordinates): PlannedFile {
  const { crosslineCount, inlineCount, firstInline, firstCrossline, sampleCount, sampleIntervalUs } = design;
  const layout = { sampleCount, sampleIntervalUs };
  return {
    fileName: `sample-${design.name}.sgy`,
    headers: encodeHeaders(cubeCards(design), layout, 1),
    layout,
    traceCount: cubeTraceCount(design),
    tracesPerBlock: crosslineCount,
    misTie: NO_MIS_TIE,
    noiseSeed: mixSeeds(design.seed, 0),
    positionOf(traceIndex) {
      const crossline = traceIndex % crosslineCount;
      const inline = (traceIndex - crossline) / crosslineCount;
      return {
        traceIndex,
        traceInLine: crossline + 1,
        cdp: traceIndex + 1,
        ...coordinates.storedFromSurvey({ u: crossline / crosslineCount, v: inline / inlineCount }),
        inlineNumber: firstInline + inline,
        crosslineNumber: firstCrossline + crossline,
      };
    },
  };
}

function planLines(design: SurveyDesign, coordinates: SurveyCoordinates): readonly PlannedLine[] {
  return lineDesigns(design).map((line, index) => {
    const points = tracePositions(line, coordinates);
    const { sampleIntervalUs } = line;
    const layout = { sampleIntervalUs, sampleCount: Math.round((recordLengthMs(design) * 1000) / sampleIntervalUs) };
    return {
      fileName: `${line.name.toLowerCase()}.sgy`,
      name: line.name,
      isReference: line.isReference,
      points,
      headers: encodeHeaders(lineCards(design, line, points.length), layout, index + 1),
      layout,
      traceCount: points.length,
      tracesPerBlock: LINE_TRACES_PER_BLOCK,
      misTie: line.misTie,
      noiseSeed: mixSeeds(design.seed, index + 1),
      positionOf: (traceIndex) => ({
        traceIndex,
        traceInLine: traceIndex + 1,
        cdp: FIRST_CDP + traceIndex,
        ...points[traceIndex]!,
        inlineNumber: 0,
        crosslineNumber: 0,
      }),
    };
  });
}

/** CDP of a line's first trace. */
const FIRST_CDP = 1001;

export function planSample(design: SurveyDesign): SamplePlan {
  const coordinates = createSurveyCoordinates(design);
  return {
    design,
    cube: planCube(design, coordinates),
    lines: planLines(design, coordinates),
    truthFileName: TRUTH_FILE_NAME,
  };
}
