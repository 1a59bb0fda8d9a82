/** What is told of a file that is no cube. */
import { offsetCount } from '../../../shared/axes.ts';
import type { Finding, SurveyKind } from '../../../shared/survey.ts';
import { note } from './finding.ts';
import type { GatherGrid, SurveyGeometry } from './survey-geometry.ts';

const NO_CUBE = {
  line: ['This is a 2D line, not a cube.', 'It is shown as a section along the line.'],
  gathers: [
    'This holds several traces for each position (gathers), not a cube.',
    'It is shown as a section by trace number.',
  ],
  traces: ['The trace headers show no cube.', 'It is shown as a section by trace number.'],
} as const;

const READ_AS = { cube: 'Read as a cube', line: 'Read as a 2D line', gathers: 'Read as gathers' } as const;

export function kindFindings(geometry: SurveyGeometry): Finding[] {
  if (geometry.kind === 'cube') return [];
  if (geometry.kind === 'gathers' && geometry.grid !== null) return [gathers(geometry.grid)];
  const [message, assumed] = NO_CUBE[geometry.kind];
  const effect = 'A cube has inlines, crosslines and horizontal slices, and a place in 3D.';
  return [note('no-cube', message, { assumed, effect, remedies: othersThan(geometry.kind) })];
}

const POSITION_NAMES = { bins: 'grid position', cdps: 'CDP', shots: 'field record' } as const;

function gathers({ positions, offsets }: GatherGrid): Finding {
  const what =
    offsets.kind === 'offsets'
      ? `traces of ${offsets.values.length} offsets, ${offsets.values[0]!} to ${offsets.values.at(-1)!}`
      : `up to ${offsetCount(offsets)} traces`;
  return note('gathers', `Each ${POSITION_NAMES[positions]} holds ${what}.`, {
    assumed: 'One offset, one gather or the stack of all traces is shown at a time.',
    effect: 'As a cube, the first live trace of each position would be all that is shown.',
    remedies: othersThan('gathers'),
  });
}

const othersThan = (kind: SurveyKind): NonNullable<Finding['remedies']> =>
  (['cube', 'line', 'gathers'] as const)
    .filter((other) => other !== kind)
    .map((other) => ({ label: READ_AS[other], overrides: { kind: other } }));
