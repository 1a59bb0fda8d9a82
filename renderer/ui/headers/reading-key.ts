import { overridesKey } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';

/** Another key means that the same header bytes may be read otherwise: another file, another engine, another mapping. */
export const readingKey = ({ id, traceCount, byteOrder, mapping }: SurveyInfo): string =>
  [id, traceCount, byteOrder, mapping === null ? '' : overridesKey(mapping.mapping)].join(' ');
