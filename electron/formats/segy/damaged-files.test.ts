/** Files that lost bytes, gained some, or hold others than were written: what is still there opens. */
import { describe, expect, it } from 'vitest';
import {
  codesOf,
  findingOf,
  infoOf,
  joined,
  junk,
  opened,
  patched,
  samplesOf,
  STRIDE,
  surveyBytes,
  SURVEY_TRACES,
  traceOf,
} from './test-survey-bytes.ts';

const traceAt = (trace: number): number => 3600 + trace * STRIDE;

describe.each([{ littleEndian: false }, { littleEndian: true }])('with littleEndian $littleEndian', (order) => {
  const whole = surveyBytes(order);
  const head = (end: number): Uint8Array => whole.subarray(0, end);
  const rest = (start: number): Uint8Array => whole.subarray(start);

  it('is whole and clean to begin with', async () => {
    const info = await infoOf(whole);
    expect(info).toMatchObject({ kind: 'cube', traceCount: 120, missingTraceCount: 0, findings: [] });
  });

  it('opens a file cut off within a trace', async () => {
    const info = await infoOf(head(traceAt(90) + 300));
    expect(info).toMatchObject({ kind: 'cube', traceCount: 90, missingTraceCount: 6 });
    const finding = findingOf(info, 'truncated-tail');
    expect(finding?.message).toMatch(/300 bytes are there; 90 traces are complete/);
    expect(finding?.lost).toBe('6 traces lost, by the grid of the others');
  });

  it.each([1, 2, 333, STRIDE + 1, 100_003])('goes on behind %i bytes of junk between traces', async (bytes) => {
    await opened(joined(head(traceAt(50)), junk(bytes), rest(traceAt(50))), async (source) => {
      const { info } = source;
      expect(info).toMatchObject({ kind: 'cube', traceCount: 120, missingTraceCount: 0 });
      const finding = findingOf(info, 'traces-interrupted');
      expect(finding?.message).toContain(`${bytes} bytes from byte ${traceAt(50) + 1} on`);
      expect(finding?.lost).toMatch(/^0 traces/);
      expect(await traceOf(source, 49)).toEqual(samplesOf(49));
      expect(await traceOf(source, 50)).toEqual(samplesOf(50));
      expect(await traceOf(source, 119)).toEqual(samplesOf(119));
    });
  });

  it('takes junk of just the length of a trace for an unreadable one', async () => {
    await opened(joined(head(traceAt(50)), junk(STRIDE), rest(traceAt(50))), async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: 121, missingTraceCount: 0, deadTraceCount: 1 });
      expect(findingOf(source.info, 'headers-unreadable')?.message).toContain(`byte ${traceAt(50) + 1} (trace 51)`);
      expect(await traceOf(source, 51)).toEqual(samplesOf(50));
    });
  });

  it('leaves out the trace that junk was written over, and counts it by the sequence numbers', async () => {
    await opened(joined(head(traceAt(50) + 100), junk(STRIDE + 57), rest(traceAt(52))), async (source) => {
      const { info } = source;
      expect(info).toMatchObject({ kind: 'cube', missingTraceCount: 2, traceCount: 118 });
      expect(findingOf(info, 'traces-interrupted')?.lost).toBe('2 traces lost in between');
      expect(await traceOf(source, 50)).toEqual(samplesOf(52));
    });
  });

  it('leaves out the trace that bytes are missing from', async () => {
    await opened(joined(head(traceAt(50) + 300), rest(traceAt(50) + 310)), async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: 119, missingTraceCount: 1 });
      expect(findingOf(source.info, 'traces-interrupted')?.lost).toBe('1 trace lost in between');
      expect(await traceOf(source, 50)).toEqual(samplesOf(51));
    });
  });

  it('counts what a missing piece of the file held', async () => {
    const info = await infoOf(joined(head(traceAt(40) + 77), rest(traceAt(70) + 99)));
    expect(info).toMatchObject({ kind: 'cube', traceCount: 40 + 49 });
    expect(findingOf(info, 'traces-interrupted')?.lost).toBe('31 traces lost in between');
  });

  it('recovers from several places', async () => {
    const places = [10, 11, 30, 31, 32, 80];
    const parts = places.map((place, i) =>
      joined(rest(traceAt(places[i - 1] ?? 0)).subarray(0, (place - (places[i - 1] ?? 0)) * STRIDE), junk(11 + i)),
    );
    await opened(joined(head(3600), ...parts, rest(traceAt(80))), async (source) => {
      expect(source.info).toMatchObject({ kind: 'cube', traceCount: 120, missingTraceCount: 0 });
      expect(findingOf(source.info, 'traces-interrupted')?.message).toMatch(/at 3 more places \(81 bytes in all\)/);
      for (const trace of [9, 10, 11, 31, 119]) expect(await traceOf(source, trace)).toEqual(samplesOf(trace));
    });
  });

  it('reads slices across the damage', async () => {
    await opened(joined(head(traceAt(50)), junk(333), rest(traceAt(50))), async (source) => {
      const slice = new Float32Array(120);
      await source.readSlice(
        { orientation: 'sample', index: 7 as never },
        { rows: 1, columns: 1 },
        slice,
        new AbortController().signal,
      );
      expect([...slice]).toEqual(SURVEY_TRACES.map(({ samples }) => Math.fround(samples[7]!)));
    });
  });

  it('says what was never written at the end', async () => {
    const info = await infoOf(patched(whole, (view) => new Uint8Array(view.buffer).fill(0, traceAt(100))));
    expect(info).toMatchObject({ kind: 'cube', traceCount: 100, missingTraceCount: 8 });
    expect(findingOf(info, 'blank-tail')).toMatchObject({ lost: '20 traces lost at the end' });
  });

  it('keeps a block of zeros within the file as dead traces', async () => {
    const info = await infoOf(patched(whole, (view) => new Uint8Array(view.buffer).fill(0, traceAt(40), traceAt(50))));
    expect(info).toMatchObject({ kind: 'cube', traceCount: 120, deadTraceCount: 10, missingTraceCount: 10 });
  });

  it('leaves out padding', async () => {
    for (const bytes of [1, 100, 511]) {
      const info = await infoOf(joined(whole, new Uint8Array(bytes)));
      expect(info).toMatchObject({ kind: 'cube', traceCount: 120 });
      expect(codesOf(info)).toContain('padded-tail');
    }
  });

  it('leaves out what follows the traces', async () => {
    const info = await infoOf(joined(whole, junk(1000)));
    expect(info).toMatchObject({ kind: 'cube', traceCount: 120 });
    expect(findingOf(info, 'unknown-tail')?.message).toMatch(/last 1000 bytes/);
  });

  it('opens a file whose first bytes are lost or garbled', async () => {
    for (const bytes of [
      rest(100),
      rest(3000),
      rest(3600),
      joined(junk(5000), rest(3600)),
      joined(junk(3600), rest(3600)),
    ]) {
      await opened(bytes, async (source) => {
        expect(source.info).toMatchObject({
          kind: 'cube',
          traceCount: 120,
          samples: { count: 60, sampleIntervalUs: 2000 },
        });
        expect(await traceOf(source, 0)).toEqual(samplesOf(0));
      });
    }
  });

  it('opens a file whose first trace header is damaged', async () => {
    await opened(joined(head(3600), junk(240), rest(3840)), async (source) => {
      expect(source.info.kind).toBe('cube');
      const { traceCount } = source.info;
      expect(traceCount).toBeGreaterThanOrEqual(119);
      expect(await traceOf(source, traceCount - 1)).toEqual(samplesOf(119));
    });
  });
});

it('opens traces of unequal length up to where the file ends within one', async () => {
  const traces = SURVEY_TRACES.map(({ words, samples }, i) => ({
    words: { ...words, 115: 20 + (i % 5) },
    samples: samples.slice(0, 20 + (i % 5)),
  }));
  const bytes = surveyBytes({ traces });
  await opened(bytes.subarray(0, bytes.length - 50), async (source) => {
    expect(source.info).toMatchObject({ kind: 'cube', traceCount: 119, samples: { count: 24 } });
    expect(codesOf(source.info)).toEqual(expect.arrayContaining(['trace-lengths-vary', 'truncated-tail']));
    expect((await traceOf(source, 118)).slice(0, 23)).toEqual(samplesOf(118).slice(0, 23));
  });
});

it('leaves a file of junk with a reason', async () => {
  await expect(infoOf(junk(1_000_000))).rejects.toMatchObject({ fault: { code: 'not-segy' } });
  await expect(infoOf(new Uint8Array(1_000_000))).rejects.toMatchObject({ fault: { code: 'not-segy' } });
});
