/** What stands along the edges of a 2D line's section: CDP numbers above, distances below. */
import type { LineNavigation } from '../../../shared/navigation.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { valueTicks, type Tick } from '../../scene/ticks.ts';

export interface LineTicks {
  readonly title: string;
  /** Positions are rows of the section. */
  ticksBetween(low: number, high: number, mostTicks: number): Tick[];
}

/** Null where the line has no CDP numbers: its traces are counted then. */
export function cdpTicks({ cdp }: LineNavigation): LineTicks | null {
  if (cdp.every((number) => number === cdp[0])) return null;
  return { title: 'CDP', ticksBetween: (low, high, most) => valueTicks(cdp, low, high, most, 1) };
}

/** Metres, but for feet; null where the positions are not known. */
export function distanceTicks({ positions }: LineNavigation, info: SurveyInfo): LineTicks | null {
  if (positions === null || positions.distance.length < 2) return null;
  const unit = info.mapping?.mapping.coordinateUnit === 'feet' ? 'ft' : 'm';
  const { distance } = positions;
  return {
    title: `Distance (${unit})`,
    ticksBetween: (low, high, most) => valueTicks(distance, low, high, most, 1e-3),
  };
}
