/** Whether what is told of a survey can be true. */
import { offsetCount, type LineAxis, type OffsetAxis } from '../../../shared/axes.ts';
import type { LineSet, SurveyInfo } from '../../../shared/survey.ts';
import { FuzzFailure } from './fuzz-failure.ts';
import { checkText } from './judge-fault.ts';

/** @throws FuzzFailure contradiction, internal */
export function checkSurveyInfo(info: SurveyInfo): void {
  const { samples, inline, crossline, traceCount } = info;
  expect(isCount(traceCount) && traceCount >= 1, `${traceCount} traces`);
  expect(isCount(samples.count) && samples.count >= 1, `${samples.count} samples`);
  expect(samples.sampleIntervalUs > 0 && Number.isFinite(samples.sampleIntervalUs), 'a sample interval that is none');
  expect(Number.isFinite(samples.firstSampleMs), `a first sample at ${samples.firstSampleMs}`);
  expect((inline === null) === (crossline === null), 'one line axis without the other');
  const hasGrid = info.kind === 'cube' || info.gathers !== null;
  expect(hasGrid === (inline !== null), `a ${info.kind} ${inline === null ? 'without' : 'with'} lines`);
  expect(info.gathers === null || info.kind === 'gathers', `gathers in a ${info.kind}`);
  expect(info.lines === null || info.kind === 'line', `2D lines in a ${info.kind}`);
  if (inline !== null) checkAxis('inline', inline);
  if (crossline !== null) checkAxis('crossline', crossline);
  const { missingTraceCount: missing, deadTraceCount: dead, worldFromGrid } = info;
  const cells = (inline?.count ?? 0) * (crossline?.count ?? 0);
  expect(missing === null || (isCount(missing) && missing < cells), `${missing} of ${cells} positions missing`);
  expect(dead === null || (isCount(dead) && dead <= traceCount), `${dead} of ${traceCount} traces dead`);
  expect(worldFromGrid === null || Object.values(worldFromGrid).every(Number.isFinite), 'coordinates that are none');
  if (info.gathers !== null) checkOffsets(info.gathers.offsets, traceCount);
  if (info.lines !== null) checkLines(info.lines, traceCount);
  const fit = info.worldFit === null ? [] : Object.values(info.worldFit);
  expect(
    fit.every((figure) => Number.isFinite(figure) && figure >= 0),
    'a fit that is none',
  );
  const { duplicateTraceCount: duplicates } = info;
  expect(duplicates === null || (isCount(duplicates) && duplicates < traceCount), `${duplicates} duplicate traces`);
  for (const finding of info.findings) {
    expect(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(finding.code), `a finding of code "${finding.code}"`);
    checkText(finding.message);
    for (const text of [finding.assumed, finding.effect]) if (text !== undefined) checkText(text);
  }
}

function checkAxis(name: string, { first, last, step, count }: LineAxis): void {
  const isWhole = [first, last, step, count].every(Number.isSafeInteger);
  const isAxis = isWhole && step > 0 && count >= 1 && first + (count - 1) * step === last;
  expect(isAxis, `${name} ${first} to ${last}, step ${step}, count ${count}`);
}

function checkOffsets(axis: OffsetAxis, traceCount: number): void {
  const count = offsetCount(axis);
  expect(isCount(count) && count >= 1 && count <= traceCount, `${count} offsets`);
  const isAscending =
    axis.kind === 'numbers' || axis.values.every((value, i) => i === 0 || value > axis.values[i - 1]!);
  expect(isAscending, 'offsets that do not ascend');
}

function checkLines({ lines, choices }: LineSet, traceCount: number): void {
  const counted = lines.reduce((sum, line) => sum + line.traceCount, 0);
  expect(lines.length >= 1 && counted === traceCount, `${lines.length} lines of ${counted} traces`);
  for (const { length } of lines) {
    expect(length === null || (Number.isFinite(length) && length >= 0), `a line of length ${length}`);
  }
  expect(
    choices.every(({ lineCount }) => isCount(lineCount) && lineCount >= 1),
    'a split into no lines',
  );
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new FuzzFailure('contradiction', `the survey is said to have ${otherwise}`);
}
