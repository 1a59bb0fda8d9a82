/** What is known of one line of a file, in words. */
import type { LineInfo, NumberRange, SurveyInfo } from '../../../shared/survey.ts';
import { formatCount } from '../shell/format.ts';
import type { Fact } from '../tree/survey-facts.ts';

/** @param isNamed its name stands elsewhere */
export function lineInfoFacts(line: LineInfo, info: SurveyInfo, isNamed: boolean): Fact[] {
  const { name, traceCount, cdp, shotPoint, length } = line;
  const unit = info.mapping?.mapping.coordinateUnit === 'feet' ? 'ft' : 'm';
  return [
    ...(isNamed ? [] : [{ name: 'Line', value: name }]),
    { name: 'Traces', value: formatCount(traceCount) },
    ...(cdp === null ? [] : [{ name: 'CDP', value: rangeText(cdp) }]),
    ...(shotPoint === null ? [] : [{ name: 'Shot points', value: rangeText(shotPoint) }]),
    ...(length === null ? [] : [{ name: 'Length', value: `${formatCount(Math.round(length))} ${unit}` }]),
  ];
}

const rangeText = ({ first, last }: NumberRange): string => `${first}–${last}`;
