/** Decides, from headers spread over the file, which words hold its geometry, and says why. */
import { samePlace } from '../../../../shared/mapping/header-place.ts';
import type { Finding } from '../../../../shared/survey.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { firstTextLines, type SegyDescription } from '../describe-file.ts';
import { choosePlaces, STANDARD_PLACES, type PlacedWords } from '../geometry-places.ts';
import { pairedProbes, type Probe } from '../probes.ts';
import type { LearnedGeometry, SurveyKnowledge } from '../scan-result.ts';
import { sameLineWords, type Placement } from './placement.ts';
import { placementFindings } from './placement-findings.ts';
import { presetOf } from './preset-of.ts';
import { ProbeColumns } from './probe-columns.ts';
import { BELIEVED_SCORE, givenPlaces, rankPlacements } from './rank-placements.ts';
import { assumedScalar, scalarUnset, scaleFindings } from './scalar-sense.ts';
import { placesFromText } from './text-hints.ts';
import { placementReasons, type WordChoice } from './word-choice.ts';

export interface ChosenWords {
  readonly words: PlacedWords;
  readonly choice: WordChoice;
  /** Null where no words number a grid, or the user fixed them and they do not. */
  readonly placement: Placement | null;
  /** Other believable ways, best first. */
  readonly others: readonly Placement[];
  readonly findings: readonly Finding[];
}

/** The standard's words win over others that are no better than this. */
const CLOSE = 0.1;

export async function placeWords(
  file: OpenFile,
  described: SegyDescription,
  probes: readonly Probe[],
): Promise<ChosenWords> {
  const description = { ...described, overrides: { ...described.stated, ...described.overrides } };
  const columns = new ProbeColumns(probes, description.layout);
  const scalarValue = assumedScalar(columns, description.overrides);
  if (scalarValue === null) return await placeScaledWords(file, description, probes);
  const overrides = { ...description.overrides, scalarValue };
  const placed = await placeScaledWords(file, { ...description, overrides }, probes);
  return { ...placed, findings: [scalarUnset(columns), ...placed.findings] };
}

async function placeScaledWords(
  file: OpenFile,
  description: SegyDescription,
  probes: readonly Probe[],
): Promise<ChosenWords> {
  const { layout, overrides, header } = description;
  const hinted = placesFromText(firstTextLines(header));
  const isFixed = overrides.inline !== undefined || overrides.crossline !== undefined;
  const isSequence = overrides.kind === 'line' || overrides.kind === 'traces';
  const few = new ProbeColumns(probes, layout);
  const standard = rankPlacements(few, { overrides, hinted: {} }, 'standard')[0];
  const isHintedElsewhere =
    (hinted.inline !== undefined && !samePlace(hinted.inline, STANDARD_PLACES.inline)) ||
    (hinted.crossline !== undefined && !samePlace(hinted.crossline, STANDARD_PLACES.crossline));
  if (isFixed || isSequence || (isConvincing(standard) && !isHintedElsewhere)) {
    return chosen(standard, [], few, description, probes);
  }
  const many = new ProbeColumns(await pairedProbes(file, layout, probes), layout);
  const ranked = rankPlacements(many, { overrides, hinted }, 'all').filter(({ score }) => score >= BELIEVED_SCORE);
  const best = ranked[0];
  const ownStandard = ranked.find(({ words }) => isStandard(words));
  const winner =
    best !== undefined && ownStandard !== undefined && ownStandard.score >= best.score - CLOSE ? ownStandard : best;
  return chosen(winner, ranked, many, description, probes);
}

/** A complete grid, and coordinates that do not speak against it. */
const isConvincing = (placement: Placement | undefined): boolean =>
  placement?.lines?.kind === 'complete' && (placement.coordinates === null || placement.coordinates.kind === 'follow');

const isStandard = ({ places }: PlacedWords): boolean =>
  samePlace(places.inline, STANDARD_PLACES.inline) && samePlace(places.crossline, STANDARD_PLACES.crossline);

function chosen(
  winner: Placement | undefined,
  ranked: readonly Placement[],
  columns: ProbeColumns,
  { layout, overrides }: SegyDescription,
  probes: readonly Probe[],
): ChosenWords {
  if (winner === undefined) {
    return unplaced(choosePlaces(probes, layout, overrides));
  }
  const others = ranked.filter((placement) => placement !== winner && !isSameReading(placement, winner, columns));
  const isGiven = Object.keys(givenPlaces(overrides)).length > 0;
  return {
    words: winner.words,
    choice: {
      preset: (isGiven ? null : winner.preset) ?? presetOf(winner.words.places),
      reasons: placementReasons(winner),
      score: winner.score,
    },
    placement: winner,
    others,
    findings: [
      ...(isGiven ? [] : placementFindings(winner, others, columns)),
      ...(winner.coordinates === null ? [] : scaleFindings(columns, winner.coordinates, overrides)),
    ],
  };
}

/** Most scans of a whole file that no first choice is worth. */
const MOST_OTHERS = 2;

/** What is left to try where all headers contradict the choice: the next best, last the standard's words. */
export function* otherChoices(
  { placement, others, words }: ChosenWords,
  { layout, stated, overrides }: SegyDescription,
  probes: readonly Probe[],
): Generator<ChosenWords> {
  for (const other of others.slice(0, MOST_OTHERS)) {
    const choice = { preset: other.preset, reasons: placementReasons(other), score: other.score };
    yield { words: other.words, choice, placement: other, others: [], findings: [] };
  }
  const standard = choosePlaces(probes, layout, { ...stated, ...overrides });
  if (placement !== null && sameLineWords(words, standard)) return;
  yield unplaced(standard);
}

const unplaced = (words: PlacedWords): ChosenWords => ({
  words,
  choice: { preset: presetOf(words.places), reasons: [], score: null },
  placement: null,
  others: [],
  findings: [],
});

/** The same numbers in other words: a copy, not another way to read. */
function isSameReading(one: Placement, other: Placement, columns: ProbeColumns): boolean {
  if (sameLineWords(one.words, other.words)) return true;
  return (['inline', 'crossline'] as const).every((word) => {
    const [a, b] = [columns.of(one.words.places[word]), columns.of(other.words.places[word])];
    return a.every((value, i) => value === b[i]);
  });
}

/** What was learned from the chosen words, with what there is to say of their choice. */
export const withChoice = (learned: LearnedGeometry, { choice, findings }: ChosenWords): SurveyKnowledge => ({
  ...learned,
  choice,
  findings: [...findings, ...learned.findings],
});
