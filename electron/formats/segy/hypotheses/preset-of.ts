/** The names of words that somebody's files are known to use. */
import { samePlace } from '../../../../shared/mapping/header-place.ts';
import type { GeometryPlaces } from '../../../../shared/mapping/segy-mapping.ts';
import type { SurveyKind } from '../../../../shared/survey.ts';
import type { PlacedWords } from '../geometry-places.ts';
import { CUBE_PRESETS, LINE_PRESETS } from './presets.ts';
import type { WordChoice } from './word-choice.ts';

export const presetOf = (places: GeometryPlaces): string | null =>
  CUBE_PRESETS.find(
    (preset) =>
      samePlace(places.inline, preset.places.inline!) && samePlace(places.crossline, preset.places.crossline!),
  )?.name ?? null;

/** Of a survey that is read as that kind; null where its words are no preset's. */
export function presetOfKind(kind: SurveyKind, { preset }: WordChoice, { places }: PlacedWords): string | null {
  if (kind === 'cube') return preset;
  if (kind !== 'line') return null;
  return LINE_PRESETS.find((line) => samePlace(places.cdp, line.places.cdp!))?.name ?? null;
}
