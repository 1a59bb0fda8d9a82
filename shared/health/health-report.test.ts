import { describe, expect, it } from 'vitest';
import { overridesFromJson } from '../mapping/mapping-json.ts';
import type { MappingState, SegyMapping } from '../mapping/segy-mapping.ts';
import type { Finding } from '../survey.ts';
import { healthJson } from './health-json.ts';
import { healthReport, type HealthSubject } from './health-report.ts';
import { healthText } from './health-text.ts';

const NOTE: Finding = { code: 'domain-unknown', severity: 'info', message: 'Time or depth is unknown.' };
const CONTRADICTION: Finding = {
  code: 'sample-count-contradiction',
  severity: 'warning',
  message: 'The headers disagree.',
  assumed: '75 samples.',
  effect: 'Traces would be cut elsewhere.',
  remedies: [
    { label: 'Use 462 samples', overrides: { samples: 462 } },
    {
      label: 'Use bytes 5 and 21',
      overrides: { inline: { byte: 5, type: 'int32' }, crossline: { byte: 21, type: 'int32' } },
    },
  ],
};
const TAIL: Finding = {
  code: 'truncated-tail',
  severity: 'warning',
  message: 'The file ends within a trace.',
  lost: '12 traces lost at the end',
};
const BROKEN: Finding = { code: 'broken', severity: 'error', message: 'Something is broken.' };

const subject = (findings: readonly Finding[], rest: Partial<HealthSubject> = {}): HealthSubject => ({
  name: 'f3.sgy',
  path: '/data/f3.sgy',
  geometryState: 'scanned',
  mapping: null,
  findings,
  ...rest,
});

describe('the verdict', () => {
  it.each([
    [[], 'sound', 'Opens whole: nothing unusual.'],
    [[NOTE], 'sound', 'Opens whole: nothing is in doubt.'],
    [[NOTE, CONTRADICTION], 'assumed', 'Opens whole: 1 thing was assumed.'],
    [[CONTRADICTION, CONTRADICTION], 'assumed', 'Opens whole: 2 things were assumed.'],
    [[TAIL], 'damaged', 'Damaged: 12 traces lost at the end.'],
    [[CONTRADICTION, TAIL, BROKEN], 'damaged', 'Damaged: 12 traces lost at the end, 1 error; 1 thing was assumed.'],
  ] as const)('of %#', (findings, state, verdict) =>
    expect(healthReport(subject(findings))).toMatchObject({ state, verdict, isComplete: true }),
  );

  it('says that more may be found', () => {
    const report = healthReport(subject([], { geometryState: 'sampled' }));
    expect(report.isComplete).toBe(false);
    expect(report.verdict).toBe('Opens whole: nothing unusual. Not all trace headers were read yet.');
  });
});

it('tells the worst first, those of one severity in their order', () => {
  const { findings } = healthReport(subject([NOTE, TAIL, CONTRADICTION, BROKEN]));
  expect(findings).toEqual([BROKEN, TAIL, CONTRADICTION, NOTE]);
});

const STATE: MappingState = {
  mapping: {} as SegyMapping,
  overrides: { samples: 75, scalarValue: null },
  origin: 'remembered',
  preset: 'Petrel 5/21',
  reasons: ['All traces stand on a grid.'],
};

it('writes all of it as text', () => {
  expect(healthText(healthReport(subject([NOTE, CONTRADICTION], { mapping: STATE })))).toBe(`\
/data/f3.sgy
Opens whole: 1 thing was assumed.
Read as accepted earlier, Petrel 5/21: --samples 75 --scalar-value own

Warning: The headers disagree. [sample-count-contradiction]
  Assumed: 75 samples.
  If that is wrong: Traces would be cut elsewhere.
  Instead: Use 462 samples (--samples 462)
  Instead: Use bytes 5 and 21 (--inline-byte 5:int32 --crossline-byte 21:int32)

Note: Time or depth is unknown. [domain-unknown]
`);
});

it('writes all of it as JSON, with remedies that --mapping reads', () => {
  const json = healthJson(healthReport(subject([CONTRADICTION, NOTE], { mapping: STATE })));
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  expect(json.mapping).toMatchObject({ origin: 'remembered', overrides: { samples: 75, scalarValue: null } });
  expect(json.findings[1]).toEqual({ ...NOTE, assumed: null, effect: null, lost: null, remedies: [] });
  expect(json.findings[0]!.remedies.map(({ overrides }) => overridesFromJson(overrides))).toEqual(
    CONTRADICTION.remedies!.map(({ overrides }) => overrides),
  );
});
