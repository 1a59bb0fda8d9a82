/** Everything that all trace headers of a file tell. */
import type { OpenFile } from '../../native/native-reader.ts';
import { coordinateUnitOf } from './coordinate-unit.ts';
import { firstTextLines, type SegyDescription } from './describe-file.ts';
import { findLines } from './find-lines.ts';
import { note } from './finding.ts';
import { geometryFromHeaders } from './geometry-from-headers.ts';
import type { PlacedWords } from './geometry-places.ts';
import { otherChoices, placeWords, withChoice, type ChosenWords } from './hypotheses/place-words.ts';
import { lineNameIn } from './line-name.ts';
import { readLineWords } from './line-words.ts';
import { readProbes } from './probes.ts';
import { scanHeaders, type ScannedHeaders, type ScanOptions } from './scan-headers.ts';
import type { LearnedGeometry, ScanResult, SurveyKnowledge } from './scan-result.ts';
import type { SurveyGeometry } from './survey-geometry.ts';
import { alignTraces } from './trace-alignment.ts';
import { unreadableFindings } from './unreadable-headers.ts';

const DEAD = {
  assumed: 'They carry no signal: they are drawn in the colour of absence and count in no statistics.',
  effect: 'Their stored values stay as they are, and the cursor reads them.',
} as const;

/**
 * @param known `placeWords`, where that was already asked
 * @throws CrosslineError cancelled, file-changed, io-failed
 */
export async function scanFile(
  file: OpenFile,
  description: SegyDescription,
  options: ScanOptions,
  known?: ChosenWords,
): Promise<ScanResult> {
  const probes = description.probes ?? (await readProbes(file, description.layout));
  const chosen = known ?? (await placeWords(file, description, probes));
  let knowledge = await learnBy(chosen);
  if (chosen.placement !== null && !hasGrid(knowledge.geometry)) {
    // All headers say otherwise than the few: the next best way that makes a grid, else the standard's.
    for (const other of otherChoices(chosen, description, probes)) {
      const learned = await learnBy(other);
      if (hasGrid(learned.geometry) || other.placement === null) knowledge = learned;
      if (hasGrid(learned.geometry)) break;
    }
  }
  const { settlement } = description;
  return { fileBytes: file.bytes, modifiedMs: file.modifiedMs, settlement, knowledge };

  async function learnBy(choice: ChosenWords): Promise<SurveyKnowledge> {
    const headers = await scanHeaders(file, description.layout, choice.words, options);
    const learned = learnFromHeaders(headers, description, choice.words);
    const isLine = learned.geometry.kind === 'line';
    return withChoice(isLine ? await withLines(file, description, headers, learned, options.signal) : learned, choice);
  }
}

const hasGrid = (geometry: SurveyGeometry): boolean =>
  geometry.kind === 'cube' || (geometry.kind === 'gathers' && geometry.grid !== null);

/** All but the lines of a line file (`findLines`). */
export function learnFromHeaders(
  headers: ScannedHeaders,
  description: SegyDescription,
  words: PlacedWords,
): LearnedGeometry {
  const { layout, sampleIntervalUs, overrides } = description;
  const measurementSystem = description.header.binary.measurementSystem;
  const coordinateUnit = overrides.coordinateUnit ?? coordinateUnitOf(headers.coordinateUnits, measurementSystem);
  const aligned = alignTraces(headers.firstSampleMs, layout.sampleCount, sampleIntervalUs, overrides.delays);
  const deadTraceCount = countDead(headers.isDead);
  const findings = [...unreadableFindings(headers.unreadable, layout), ...aligned.findings];
  if (deadTraceCount > 0) {
    const message = `Dead traces, marked so in bytes 29-30 or all zero: ${deadTraceCount}.`;
    findings.push(note('traces-dead', message, DEAD));
  }
  const traces = {
    words,
    coordinateUnit,
    alignment: aligned.alignment,
    deadTraces: deadTraceCount > 0 ? headers.isDead : null,
    deadTraceCount,
  };
  const found = geometryFromHeaders(headers, coordinateUnit, overrides);
  return { ...traces, ...found, findings: [...found.findings, ...findings] };
}

function countDead(isDead: Uint8Array): number {
  let count = 0;
  for (const dead of isDead) count += dead;
  return count;
}

/** Tells the lines of a line file apart, by words that other files need not be read for. */
async function withLines(
  file: OpenFile,
  { layout, overrides, header }: SegyDescription,
  headers: ScannedHeaders,
  knowledge: LearnedGeometry,
  signal: AbortSignal | null,
): Promise<LearnedGeometry> {
  const split = overrides.split ?? null;
  const place = split === null || typeof split === 'string' ? null : split;
  const words = await readLineWords(file, layout, place, signal);
  const { lines, findings } = findLines(headers, words, {
    split,
    coordinateUnit: knowledge.coordinateUnit,
    crosslinePlace: knowledge.words.places.crossline,
    fileLineName: lineNameIn(firstTextLines(header)),
  });
  return { ...knowledge, geometry: { kind: 'line', lines }, findings: [...findings, ...knowledge.findings] };
}
