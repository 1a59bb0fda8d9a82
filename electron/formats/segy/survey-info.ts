/** What the rest of the program is told of an open SEG-Y file. */
import { basename } from 'node:path';
import type { MappingState } from '../../../shared/mapping/segy-mapping.ts';
import type { GeometryState, SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { siblingFindings } from './accepted/sibling-findings.ts';
import type { SegyDescription } from './describe-file.ts';
import { kindFindings } from './kind-findings.ts';
import { lineSet } from './line-set.ts';
import { withLostOnGrid } from './lost-on-grid.ts';
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
  const grid = geometry.kind === 'cube' ? geometry : geometry.kind === 'gathers' ? geometry.grid : null;
  const mapping = mappingState(description, knowledge, mappingOrigin);
  // Whoever gave a mapping, now or earlier, is not offered others.
  const offered = mappingOrigin === 'detected' ? siblingFindings(mapping.mapping, description.recalled.siblings) : [];
  const gathers = geometry.kind === 'gathers' ? geometry.grid : null;
  return {
    id,
    name: basename(file.path),
    path: file.path,
    kind: geometry.kind,
    format: header.container === 'su' ? 'SU' : revisionName(header.binary.revision),
    fileBytes: file.bytes,
    traceCount: layout.traceCount,
    samples: { sampleIntervalUs, firstSampleMs: alignment.firstSampleMs, count: alignment.sampleCount, domain },
    sampleFormat: { code: layout.format, name: storedFormatOf(layout.format)?.name ?? '' },
    byteOrder: layout.byteOrder,
    inline: grid?.inline ?? null,
    crossline: grid?.crossline ?? null,
    gathers: gathers && { positions: gathers.positions, offsets: gathers.offsets },
    lines: geometry.kind === 'line' ? lineSet(geometry.lines) : null,
    worldFromGrid: grid?.worldFromGrid ?? null,
    worldFit: knowledge.worldFit,
    missingTraceCount: knowledge.missingTraceCount,
    duplicateTraceCount: knowledge.duplicateTraceCount,
    deadTraceCount: knowledge.deadTraceCount,
    geometryState,
    mapping,
    dataset: null,
    findings: [
      ...kindFindings(geometry),
      ...offered,
      ...withLostOnGrid(description.findings, knowledge.missingTraceCount),
      ...knowledge.findings,
    ],
  };
}
