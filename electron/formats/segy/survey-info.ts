/** What the rest of the program is told of an open SEG-Y file. */
import { basename } from 'node:path';
import type { MappingState } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding, GeometryState, SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import type { SegyDescription } from './describe-file.ts';
import { note } from './finding.ts';
import { mappingState } from './mapping-state.ts';
import { revisionName } from './revision.ts';
import { storedFormatOf } from './sample-formats.ts';
import type { SurveyKnowledge } from './scan-result.ts';

export function surveyInfo(
  id: SurveyId,
  file: OpenFile,
  description: SegyDescription,
  knowledge: SurveyKnowledge,
  geometryState: GeometryState,
  mappingOrigin: MappingState['origin'],
): SurveyInfo {
  const { header, layout, sampleIntervalUs, domain } = description;
  const { geometry, alignment } = knowledge;
  const cube = geometry.kind === 'cube' ? geometry : null;
  return {
    id,
    name: basename(file.path),
    path: file.path,
    kind: geometry.kind,
    format: revisionName(header.binary.revision),
    fileBytes: file.bytes,
    traceCount: layout.traceCount,
    samples: { sampleIntervalUs, firstSampleMs: alignment.firstSampleMs, count: alignment.sampleCount, domain },
    sampleFormat: { code: layout.format, name: storedFormatOf(layout.format)?.name ?? '' },
    byteOrder: layout.byteOrder,
    inline: cube?.inline ?? null,
    crossline: cube?.crossline ?? null,
    worldFromGrid: cube?.worldFromGrid ?? null,
    missingTraceCount: knowledge.missingTraceCount,
    deadTraceCount: knowledge.deadTraceCount,
    geometryState,
    mapping: mappingState(description, knowledge, mappingOrigin),
    findings: [
      ...(geometry.kind === 'cube' ? [] : [noCube(geometry.kind)]),
      ...description.findings,
      ...knowledge.findings,
    ],
  };
}

const NO_CUBE = {
  line: 'This is a 2D line, not a cube.',
  gathers: 'This holds several traces for each position (gathers), not a cube.',
  traces: 'The trace headers show no cube.',
} as const;

const READ_AS = { cube: 'Read as a cube', line: 'Read as a 2D line', gathers: 'Read as gathers' } as const;

function noCube(kind: keyof typeof NO_CUBE): Finding {
  const others = (['cube', 'line', 'gathers'] as const).filter((other) => other !== kind);
  return note('no-cube', NO_CUBE[kind], {
    assumed: 'It is shown as a section by trace number.',
    effect: 'A cube has inlines, crosslines and horizontal slices, and a place in 3D.',
    remedies: others.map((other) => ({ label: READ_AS[other], overrides: { kind: other } })),
  });
}
