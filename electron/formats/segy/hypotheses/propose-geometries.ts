/** Ways to take a geometry from the headers of a file whose layout and format are settled. */
import type { MappingProposal } from '../../../../shared/mapping/mapping-proposal.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { SurveyKind } from '../../../../shared/survey.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { coordinateUnitOf } from '../coordinate-unit.ts';
import { firstTextLines, type SegyDescription } from '../describe-file.ts';
import { choosePlaces, type PlacedWords } from '../geometry-places.ts';
import { mappingOf } from '../mapping-of.ts';
import { pairedProbes, readProbes, type Probe } from '../probes.ts';
import type { LinesEvidence } from './lines-evidence.ts';
import { lineBytes, type Placement } from './placement.ts';
import { LINE_PRESETS } from './presets.ts';
import { ProbeColumns } from './probe-columns.ts';
import { BELIEVED_SCORE, rankPlacements } from './rank-placements.ts';
import { gathersEvidence, lineEvidence, type SequenceEvidence } from './sequence-evidence.ts';
import { placesFromText } from './text-hints.ts';
import { placementReasons } from './word-choice.ts';

/** Every file can be shown trace by trace, if only that. */
const TRACES_SCORE = 0.05;
/** Where headers number a believable grid, lines and gathers are less likely by half. */
const BESIDE_A_GRID = 0.5;

interface Found {
  readonly kind: SurveyKind;
  readonly words: PlacedWords;
  /** What opens the file so, beside the given overrides. */
  readonly own: MappingOverrides;
  readonly preset: string | null;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly lines: LinesEvidence | null;
}

/** @param overrides those that the description was made by */
export async function proposeGeometries(
  file: OpenFile,
  description: SegyDescription,
  overrides: MappingOverrides,
): Promise<MappingProposal[]> {
  const { layout, header } = description;
  const probes = await pairedProbes(file, layout, await readProbes(file, layout));
  const columns = new ProbeColumns(probes, layout);
  const placements = rankPlacements(columns, { overrides, hinted: placesFromText(firstTextLines(header)) }, 'all');
  const hasGrid = placements.some(({ score }) => score >= BELIEVED_SCORE);
  const found = [
    ...placements.map(cubeOf),
    ...sequences(columns, choosePlaces(probes, layout, overrides), hasGrid),
  ].filter(({ kind }) => overrides.kind === undefined || overrides.kind === kind);
  return found.map((way) => proposal(way, description, overrides, probes));
}

function cubeOf(placement: Placement): Found {
  const { words, preset, score, lines } = placement;
  const { inline, crossline, x, y } = words.places;
  const reasons = [...(lines === null ? [] : [gridReason(words, lines)]), ...placementReasons(placement)];
  const kind = lines?.kind === 'gathers' ? 'gathers' : 'cube';
  return { kind, words, own: { inline, crossline, x, y }, preset, score, reasons, lines };
}

function gridReason(words: PlacedWords, { kind, inline, crossline, filledShare }: LinesEvidence): string {
  const grid = `a grid of ${inline.count} x ${crossline.count}`;
  return kind === 'complete'
    ? `${capital(lineBytes(words))} number ${grid} without a gap in all headers looked at.`
    : kind === 'gathers'
      ? `${capital(lineBytes(words))} number positions of ${grid}, several traces each.`
      : `${capital(lineBytes(words))} span ${grid}, ${Math.round(100 * filledShare)} % of which the traces would fill.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sequences(columns: ProbeColumns, words: PlacedWords, hasGrid: boolean): Found[] {
  const factor = hasGrid ? BESIDE_A_GRID : 1;
  const way = (kind: SurveyKind, evidence: SequenceEvidence, preset: string | null, places = words.places): Found => ({
    kind,
    words: { ...words, places },
    own: { kind, ...(places.cdp === words.places.cdp ? {} : { cdp: places.cdp }) },
    preset,
    score: evidence.score * factor,
    reasons: [evidence.reason],
    lines: null,
  });
  const lines = LINE_PRESETS.flatMap(({ name, prior, places: { cdp } }) => {
    const evidence = lineEvidence(columns, cdp!);
    if (evidence === null) return [];
    const scored = { ...evidence, score: evidence.score * (0.7 + 0.3 * prior) };
    const isUsual = cdp!.byte === words.places.cdp.byte;
    return [way('line', scored, name, isUsual ? words.places : { ...words.places, cdp: cdp! })];
  });
  const gathers = gathersEvidence(columns);
  const traces = { score: TRACES_SCORE, reason: 'Every file can be shown trace by trace.' };
  return [...lines, ...(gathers === null ? [] : [way('gathers', gathers, null)]), way('traces', traces, null)];
}

function proposal(
  { kind, words, own, preset, score, reasons, lines }: Found,
  description: SegyDescription,
  overrides: MappingOverrides,
  probes: readonly Probe[],
): MappingProposal {
  const codes = probes.map(({ header }) => header.coordinateUnits);
  const coordinateUnit =
    overrides.coordinateUnit ?? coordinateUnitOf(codes, description.header.binary.measurementSystem);
  return {
    overrides: { ...overrides, ...own },
    mapping: mappingOf(description, { words, coordinateUnit, kind, split: overrides.split ?? 'none' }),
    preset,
    score,
    reasons: [...reasons, ...description.reasons],
    kind,
    traceCount: description.layout.traceCount,
    inline: lines?.inline ?? null,
    crossline: lines?.crossline ?? null,
    acceptedFor: null,
  };
}
