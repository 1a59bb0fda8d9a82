import { sampleUnit, sampleValueAt } from '../../../shared/axes.ts';
import type { LineAxis, SampleAxis } from '../../../shared/axes.ts';
import { healthReport } from '../../../shared/health/health-report.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { alignedLines } from '../output/aligned-lines.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import { geometryFacts } from './geometry-text.ts';
import { surveyJson } from './survey-json.ts';

const count = (value: number): string => value.toLocaleString('en-US');

/** What `crossline info` prints for people: one fact a line, aligned, and the findings below. */
export function surveyText(info: SurveyInfo): string {
  const { inline, crossline } = info;
  const isOnGrid = info.gathers === null || info.gathers.positions === 'bins';
  const facts: [label: string, value: string][] = [
    ['File', info.path ?? info.name],
    ['Size', bytesText(info.fileBytes)],
    ['Kind', info.kind],
    ['Format', `${info.format}, ${info.sampleFormat.name} (${info.sampleFormat.code}), ${info.byteOrder}-endian`],
    ['Traces', tracesText(info)],
    ['Samples', samplesText(info.samples)],
  ];
  if (inline !== null && (inline.count > 1 || isOnGrid)) facts.push(['Inlines', lineText(inline)]);
  if (crossline !== null) facts.push([crosslineLabel(info), lineText(crossline)]);
  for (const [position, { x, y }] of (surveyJson(info).corners ?? []).entries()) {
    facts.push([position === 0 ? 'Corners' : '', `${x.toFixed(2)}  ${y.toFixed(2)}`]);
  }
  facts.push(...geometryFacts(info));
  for (const [position, { severity, message, assumed, code }] of healthReport(info).findings.entries()) {
    const said = assumed === undefined ? message : `${message} Assumed: ${assumed}`;
    facts.push([position === 0 ? 'Findings' : '', `${severity}: ${said} [${code}]`]);
  }
  return alignedLines(facts);
}

const CROSSLINE_LABELS = { bins: 'Crosslines', cdps: 'CDPs', shots: 'Field records' } as const;

const crosslineLabel = ({ gathers }: SurveyInfo): string => CROSSLINE_LABELS[gathers?.positions ?? 'bins'];

function tracesText({
  traceCount,
  inline,
  missingTraceCount,
  deadTraceCount,
  duplicateTraceCount,
}: SurveyInfo): string {
  const parts = [count(traceCount)];
  if (inline !== null) parts.push(`${orUnknown(missingTraceCount)} missing`);
  parts.push(`${orUnknown(deadTraceCount)} dead`);
  if (duplicateTraceCount !== null && duplicateTraceCount > 0) parts.push(`${count(duplicateTraceCount)} duplicate`);
  return parts.join(', ');
}

const orUnknown = (value: number | null): string => (value === null ? 'unknown' : count(value));

const lineText = ({ first, last, step, count: lines }: LineAxis): string =>
  `${first} to ${last}, ${lines === 1 ? '1 line' : `step ${step}, ${count(lines)} lines`}`;

/** To a nanosecond (depth: micrometre): what lies below is rounding of binary fractions. */
const figure = (value: number): string => String(Number(value.toFixed(6)));

function samplesText(axis: SampleAxis): string {
  const unit = sampleUnit(axis.domain) || 'ms or m';
  const last = sampleValueAt(axis, axis.count - 1);
  return `${count(axis.count)}, ${figure(axis.firstSampleMs)} to ${figure(last)} ${unit}, every ${figure(axis.sampleIntervalUs / 1000)} ${unit} (${axis.domain})`;
}
