/** Whether two readings of a file give the same samples at the same places. */
import { NO_OVERRIDES, overridesKey, type MappingState } from '../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../shared/survey.ts';

/** Of the whole mapping, however it came about. */
export const mappingKey = (state: MappingState | null): string => (state === null ? '' : overridesKey(state.mapping));

export const hasSameMapping = (one: SurveyInfo, other: SurveyInfo): boolean =>
  mappingKey(one.mapping) === mappingKey(other.mapping) &&
  overridesKey(one.dataset ?? NO_OVERRIDES) === overridesKey(other.dataset ?? NO_OVERRIDES);
