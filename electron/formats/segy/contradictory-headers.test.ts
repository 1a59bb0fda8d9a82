/** Headers that are wrong about how the traces are stored: the traces themselves decide. */
import { describe, expect, it } from 'vitest';
import {
  codesOf,
  findingOf,
  infoOf,
  joined,
  junk,
  opened,
  patched,
  SAMPLES,
  samplesOf,
  surveyBytes,
  SURVEY_TRACES,
  traceOf,
} from './test-survey-bytes.ts';

describe.each([false, true])('little-endian: %s', (little) => {
  const whole = surveyBytes({ littleEndian: little });
  const byteOrder = little ? 'little' : 'big';
  const cube = { kind: 'cube', traceCount: 120, byteOrder, samples: { count: SAMPLES } };
  const withCounts = (binary: number, trace: number): Uint8Array =>
    surveyBytes({
      littleEndian: little,
      binary: { 3217: 2000, 3221: binary },
      traces: SURVEY_TRACES.map(({ words, samples }) => ({ words: { ...words, 115: trace }, samples })),
    });

  describe('sample counts', () => {
    it.each([
      ['wrong in the binary header', 462, SAMPLES, 'sample-count-contradiction'],
      ['wrong in the trace headers', SAMPLES, 462, 'sample-count-contradiction'],
      ['beyond the file', 60_000, SAMPLES, 'sample-count-contradiction'],
      ['wrong in both', 462, 61, 'sample-count-wrong'],
      ['wrong in both alike', 61, 61, 'sample-count-wrong'],
      ['zero in both', 0, 0, 'sample-count-missing'],
    ])('%s', async (_, binary, trace, code) => {
      await opened(withCounts(binary, trace), async (source) => {
        expect(source.info).toMatchObject(cube);
        expect(codesOf(source.info)).toContain(code);
        expect(await traceOf(source, 119)).toEqual(samplesOf(119));
      });
    });

    it('offer the other as a remedy, which is taken', async () => {
      const bytes = withCounts(SAMPLES, 62);
      const finding = findingOf(await infoOf(bytes), 'sample-count-contradiction');
      expect(finding?.remedies).toEqual([{ label: 'Use 62 samples a trace', overrides: { samples: 62 } }]);
      expect(await infoOf(bytes, finding!.remedies![0]!.overrides)).toMatchObject({ samples: { count: 62 } });
    });

    it('are found in a file that was cut off, too', async () => {
      const bytes = withCounts(462, 61);
      const info = await infoOf(bytes.subarray(0, bytes.length - 77));
      expect(info).toMatchObject({ ...cube, traceCount: 119 });
    });
  });

  it('finds the byte order of traces that differ from their binary header', async () => {
    const other = surveyBytes({ littleEndian: !little });
    await opened(joined(other.subarray(0, 3600), whole.subarray(3600)), async (source) => {
      expect(source.info).toMatchObject(cube);
      expect(findingOf(source.info, 'byte-order-contradiction')?.remedies).toHaveLength(1);
      expect(await traceOf(source, 60)).toEqual(samplesOf(60));
    });
  });

  it.each([
    ['zero', new Uint8Array(400)],
    ['junk', junk(400)],
    ['blanks', new Uint8Array(400).fill(0x40)],
  ])('opens by its traces where the binary header is %s', async (_, header) => {
    await opened(joined(whole.subarray(0, 3200), header, whole.subarray(3600)), async (source) => {
      expect(source.info).toMatchObject({ ...cube, sampleFormat: { code: 5 }, samples: { sampleIntervalUs: 2000 } });
      expect(codesOf(source.info)).toEqual(expect.arrayContaining(['format-missing', 'binary-header-damaged']));
      expect(await traceOf(source, 60)).toEqual(samplesOf(60));
    });
  });

  it('keeps a binary header of which the format alone is not set', async () => {
    const info = await infoOf(patched(whole, (view) => view.setInt16(3224, 0)));
    expect(info).toMatchObject({ ...cube, sampleFormat: { code: 5 } });
    expect(codesOf(info)).toContain('format-missing');
    expect(codesOf(info)).not.toContain('binary-header-damaged');
  });

  it('refuses bytes swapped in pairs with the way to swap them back', async () => {
    const bytes = patched(whole, (view) => view.setUint32(3296, 0x02010403));
    await expect(infoOf(bytes)).rejects.toMatchObject({ fault: { code: 'unsupported-byte-order' } });
    await expect(infoOf(bytes)).rejects.toThrow(/pair/);
  });

  describe('Seismic Unix', () => {
    const su = whole.slice(3600);

    it('is known by its chain of counts', async () => {
      await opened(su, async (source) => {
        expect(source.info).toMatchObject({ ...cube, format: 'SU', mapping: { mapping: { container: 'su' } } });
        expect(codesOf(source.info)).toEqual(['su-file', 'domain-unknown']);
        expect(await source.readTextHeaders()).toEqual([]);
        expect(await traceOf(source, 0)).toEqual(samplesOf(0));
      });
    });

    it('opens with one trace, with traces of their own lengths, and cut off', async () => {
      expect(await infoOf(su.subarray(0, 480))).toMatchObject({ format: 'SU', traceCount: 1 });
      const traces = SURVEY_TRACES.map(({ words, samples }, i) => ({
        words: { ...words, 115: 20 + (i % 3) },
        samples: samples.slice(0, 20 + (i % 3)),
      }));
      const uneven = surveyBytes({ littleEndian: little, traces }).subarray(3600);
      expect(await infoOf(uneven)).toMatchObject({ format: 'SU', traceCount: 120, samples: { count: 22 } });
      expect(await infoOf(su.subarray(0, 5 * 480 + 99))).toMatchObject({ format: 'SU', traceCount: 5 });
    });

    it('is read so where the user says so, in either order', async () => {
      const [first] = SURVEY_TRACES;
      const blank = surveyBytes({ littleEndian: little, traces: [{ ...first!, words: { 115: SAMPLES } }] }).slice(3600);
      expect(await infoOf(blank, { container: 'su', byteOrder })).toMatchObject({ format: 'SU', traceCount: 1 });
      await expect(infoOf(su, { container: 'segy' })).resolves.toMatchObject({ format: 'SEG-Y rev 0' });
    });
  });
});
