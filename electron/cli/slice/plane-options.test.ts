import { describe, expect, it } from 'vitest';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { EXAMPLE_CUBE, EXAMPLE_TRACES } from '../fixtures/example-survey.ts';
import { planeOf, requireOnePlane } from './plane-options.ts';

const inDomain = (domain: SurveyInfo['samples']['domain']): SurveyInfo => ({
  ...EXAMPLE_CUBE,
  samples: { ...EXAMPLE_CUBE.samples, domain },
});

describe('requireOnePlane', () => {
  it.each([{}, { inline: 1, time: 2 }])('refuses %j as a usage error', (options) => {
    expect(() => requireOnePlane(options)).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'usage' }) as unknown }),
    );
  });

  it('counts a zero as given', () => {
    expect(() => requireOnePlane({ inline: undefined, sample: 0 })).not.toThrow();
  });
});

describe('planeOf', () => {
  it.each([
    [{ inline: 12 }, { orientation: 'inline', index: 1 }],
    [{ crossline: 101 }, { orientation: 'crossline', index: 1 }],
    [{ time: 105.9 }, { orientation: 'sample', index: 1 }],
    [{ time: 98 }, { orientation: 'sample', index: 0 }],
    [{ sample: 3 }, { orientation: 'sample', index: 3 }],
    [{ trace: { first: 1, count: 4 } }, { orientation: 'traces', index: 1, count: 4 }],
  ])('finds %j', (options, plane) => {
    expect(planeOf(options, EXAMPLE_CUBE)).toEqual(plane);
  });

  it.each([
    [{ inline: 11 }, 'Inline 11', '10 to 14 in steps of 2'],
    [{ crossline: 102 }, 'Crossline 102', '100 to 101'],
    [{ time: 97.9 }, 'Time 97.9', '100 to 112 ms'],
    [{ time: 114.1 }, 'Time 114.1', '100 to 112 ms'],
    [{ sample: 4 }, 'Sample 4', '0 to 3'],
    [{ sample: -1 }, 'Sample -1', '0 to 3'],
    [{ trace: { first: 4, count: 2 } }, 'Trace 5', '0 to 4'],
  ])('refuses %j and says what there is', (options, what, available) => {
    expect(() => planeOf(options, EXAMPLE_CUBE)).toThrow(`${what} is not in this survey.`);
    expect(() => planeOf(options, EXAMPLE_CUBE)).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'out-of-range', available }) as unknown }),
    );
  });

  it('tells time from depth where the survey does', () => {
    expect(() => planeOf({ time: 100 }, inDomain('depth'))).toThrow('This survey is in depth, not in time.');
    expect(() => planeOf({ depth: 100 }, inDomain('time'))).toThrow('This survey is in time, not in depth.');
    expect(planeOf({ depth: 100 }, inDomain('depth'))).toEqual({ orientation: 'sample', index: 0 });
  });

  it('takes both where the file does not say', () => {
    expect(planeOf({ depth: 104 }, inDomain('unknown'))).toEqual(planeOf({ time: 104 }, inDomain('unknown')));
  });

  it.each([{ inline: 10 }, { crossline: 100 }, { time: 100 }, { sample: 0 }])(
    'refuses %j of a survey without a grid',
    (options) => {
      expect(() => planeOf(options, EXAMPLE_TRACES)).toThrow(
        expect.objectContaining({
          fault: expect.objectContaining({ available: 'its 5 traces (--trace), since it is no cube' }) as unknown,
        }),
      );
    },
  );
});
