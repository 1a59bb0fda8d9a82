import type { SurveyInfo } from '../survey.ts';
import type { CoordinateUnit } from './segy-mapping.ts';

/** Of the coordinates of a survey; of an HDF5 file that does not say it, metres. */
export const coordinateUnitOf = ({ mapping, dataset }: Pick<SurveyInfo, 'mapping' | 'dataset'>): CoordinateUnit =>
  mapping?.mapping.coordinateUnit ?? dataset?.coordinateUnit ?? 'metres';
