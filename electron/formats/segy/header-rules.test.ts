/** The small rules by which headers are read, each as a table. */
import { describe, expect, it } from 'vitest';
import { wordBytesOf } from '../../native/word-layout.ts';
import type { BinaryHeader } from './binary-header.ts';
import { detectByteOrder } from './byte-order.ts';
import { isPublishedRevision, revisionFromBytes, revisionName } from './revision.ts';
import { resolveSampleInterval } from './sample-interval.ts';
import { isStandardFormat, storedFormatOf } from './sample-formats.ts';
import { applyScalar, firstSampleMs, isLegalScalar } from './scaled-words.ts';
import { TEST_FORMATS, TEST_SAMPLE_BYTES } from './test-sample-words.ts';
import { findVerticalDomain } from './vertical-domain.ts';

it.each([
  [0, 1, 'SEG-Y rev 1'],
  [1, 0, 'SEG-Y rev 1'],
  [0, 2, 'SEG-Y rev 2'],
  [2, 0, 'SEG-Y rev 2'],
  [2, 1, 'SEG-Y rev 2.1'],
  [0, 0, 'SEG-Y rev 0'],
])('bytes 3501-3502 of %i and %i are %s', (byte3501, byte3502, name) => {
  const revision = revisionFromBytes(byte3501, byte3502);
  expect(revisionName(revision)).toBe(name);
  expect(isPublishedRevision(revision)).toBe(true);
});

it('knows revisions that were never published', () => {
  expect(isPublishedRevision(revisionFromBytes(0xda, 0xd9))).toBe(false);
  expect(isPublishedRevision(revisionFromBytes(1, 1))).toBe(false);
});

describe('detectByteOrder', () => {
  const header = (write: (view: DataView) => void): DataView => {
    const view = new DataView(new ArrayBuffer(400));
    write(view);
    return view;
  };
  it.each([
    ['a big-endian format code', (view: DataView) => view.setUint16(24, 5, false), 'big'],
    ['a little-endian format code', (view: DataView) => view.setUint16(24, 1, true), 'little'],
    ['rev 2 constant, little', (view: DataView) => view.setUint32(96, 0x01020304, true), 'little'],
    ['rev 2 constant, big', (view: DataView) => view.setUint32(96, 0x01020304, false), 'big'],
    ['no code of the standard', (view: DataView) => view.setUint16(24, 0x2020, false), null],
    ['zeros', () => undefined, null],
  ])('takes %s for %s', (_, write, order) => {
    expect(detectByteOrder(header(write))).toBe(order);
  });
});

it('names every format of the standard, as wide as it is decoded', () => {
  expect(storedFormatOf(1)).toMatchObject({ name: '4-byte IBM floating-point', bytesPerSample: 4 });
  expect(storedFormatOf(13)).toBeNull();
  const codes = Array.from({ length: 20 }, (_, code) => code).filter(isStandardFormat);
  expect(codes).toEqual(TEST_FORMATS);
  for (const code of codes) {
    expect(storedFormatOf(code)?.bytesPerSample).toBe(TEST_SAMPLE_BYTES[code]);
    expect(wordBytesOf(code)).toBe(TEST_SAMPLE_BYTES[code]);
  }
});

it.each([
  [100, 0, 100],
  [100, 10, 1000],
  [100, -10, 10],
  [100, 21, 2100],
])('%i with scalar %i is %d', (value, scalar, scaled) => {
  expect(applyScalar(value, scalar)).toBe(scaled);
});

it('knows which scalars the standard allows', () => {
  expect([0, 1, -1, 10, -100, 1000, -10_000].every(isLegalScalar)).toBe(true);
  expect([2, 21, -7, 32_747].some(isLegalScalar)).toBe(false);
});

it.each([
  { delay: 4, lag: -4, scalar: 0, ms: 4, why: 'the delay wins' },
  { delay: 0, lag: -12, scalar: 0, ms: 12, why: 'minus the lag where there is no delay' },
  { delay: 10_000, lag: 0, scalar: -10, ms: 1000, why: 'the scalar applies' },
  { delay: 0, lag: 0, scalar: 0, ms: 0, why: 'nothing is zero, not minus zero' },
])('first sample: $why', ({ delay, lag, scalar, ms }) => {
  expect(firstSampleMs(delay, lag, scalar)).toBe(ms);
});

describe('resolveSampleInterval', () => {
  const binary = (sampleIntervalUs: number, extendedSampleIntervalUs = 0): BinaryHeader =>
    ({ sampleIntervalUs, extendedSampleIntervalUs }) as BinaryHeader;
  it.each([
    { binaryUs: 4000, traceUs: 4000, us: 4000, codes: [] },
    { binaryUs: 4000, traceUs: 0, us: 4000, codes: [] },
    { binaryUs: 0, traceUs: 2000, us: 2000, codes: ['interval-from-trace'] },
    { binaryUs: -2, traceUs: 4000, us: 4000, codes: ['interval-negative'] },
    { binaryUs: -2000, traceUs: -25_000, us: 2000, codes: ['interval-missing'] },
    { binaryUs: 0, traceUs: 0, us: 4000, codes: ['interval-missing'] },
    { binaryUs: 4000, traceUs: 2000, us: 4000, codes: ['interval-contradiction'] },
  ])('binary $binaryUs and trace $traceUs give $us', ({ binaryUs, traceUs, us, codes }) => {
    const interval = resolveSampleInterval(binary(binaryUs), traceUs);
    expect(interval.us).toBe(us);
    expect(interval.findings.map(({ code }) => code)).toEqual(codes);
  });

  it('prefers a sane rev 2 double', () => {
    expect(resolveSampleInterval(binary(0, 62.5), 0).us).toBe(62.5);
    expect(resolveSampleInterval(binary(4000, Number.NaN), 0).us).toBe(4000);
    expect(resolveSampleInterval(binary(4000, 1e-300), 0).us).toBe(4000);
  });
});

it.each([
  ['C 5 VERTICAL AXIS: TWO-WAY TIME, MS', 'time'],
  ['C 5 DOMAIN: DEPTH', 'depth'],
  ['C 5 DATA IN TWT', 'time'],
  ['C 9 Time min: -4510.00 max: 10.00 delta: 4520.00', 'unknown'],
  ['C 9 Depth min: -4502.00 max: -2.00 delta: 4500.00', 'unknown'],
  ['C29 Trace start time/depth      : bytes 109-110', 'unknown'],
  ['C30 DELAY_TIME 109 Integer - 2 byte', 'unknown'],
  ['C 5 VERTICAL AXIS: TIME, CONVERTED FROM TVD', 'unknown'],
  ['', 'unknown'],
])('the text %j says %s', (line, domain) => {
  const vertical = findVerticalDomain([line]);
  expect(vertical.domain).toBe(domain);
  expect(vertical.findings.length).toBe(domain === 'unknown' ? 1 : 0);
});
