/** Whether what is told of a survey can be true. */
import type { LineAxis } from '../../../shared/axes.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
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
  expect((info.kind === 'cube') === (inline !== null), `a ${info.kind} ${inline === null ? 'without' : 'with'} lines`);
  if (inline !== null) checkAxis('inline', inline);
  if (crossline !== null) checkAxis('crossline', crossline);
  const { missingTraceCount: missing, deadTraceCount: dead, worldFromGrid } = info;
  const cells = (inline?.count ?? 0) * (crossline?.count ?? 0);
  expect(missing === null || (isCount(missing) && missing < cells), `${missing} of ${cells} positions missing`);
  expect(dead === null || (isCount(dead) && dead <= traceCount), `${dead} of ${traceCount} traces dead`);
  expect(worldFromGrid === null || Object.values(worldFromGrid).every(Number.isFinite), 'coordinates that are none');
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

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new FuzzFailure('contradiction', `the survey is said to have ${otherwise}`);
}
