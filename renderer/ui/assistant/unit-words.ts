import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';

/** Behind a figure. */
export const UNIT_SIGNS: Readonly<Record<CoordinateUnit, string>> = {
  metres: 'm',
  feet: 'ft',
  'arc-seconds': '″',
  degrees: '°',
  'degrees-minutes-seconds': 'DMS',
};
