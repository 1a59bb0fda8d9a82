/** A cube in an HDF5 file, as a survey. */
import { basename } from 'node:path';
import type { SurveyId, SurveyInfo } from '../../../../shared/survey.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { note } from '../../segy/finding.ts';
import { storedFormatOf } from '../../segy/sample-formats.ts';
import type { CubeDescription } from './cube-description.ts';
import { countDead } from './live-mask.ts';

export interface CubeSourceParts {
  readonly id: SurveyId;
  readonly file: OpenFile;
  readonly description: CubeDescription;
  readonly origin: 'mapped' | 'fallback' | 'decoded';
}

/** @param filled positions that hold a trace; null where all do */
export function cubeInfo({ id, file, description }: CubeSourceParts, filled: Int32Array | null): SurveyInfo {
  const { inline, crossline, samples, liveMask, volumes } = description;
  const positions = inline.count * crossline.count;
  const code = volumes[0]!.format;
  return {
    id,
    name: basename(file.path),
    path: file.path,
    kind: 'cube',
    format: description.format,
    fileBytes: file.bytes,
    traceCount: filled?.length ?? positions,
    samples,
    sampleFormat: { code, name: storedFormatOf(code)?.name ?? '' },
    byteOrder: volumes[0]!.byteOrder,
    inline,
    crossline,
    gathers: null,
    lines: null,
    worldFromGrid: description.worldFromGrid,
    worldFit: null,
    missingTraceCount: positions - (filled?.length ?? positions),
    duplicateTraceCount: 0,
    deadTraceCount: countDead(liveMask),
    geometryState: 'scanned',
    mapping: null,
    dataset: description.chosen?.overrides ?? null,
    findings: [
      ...description.findings,
      note('cube-layouts', `Planes are read from ${volumes.map(({ path }) => path).join(', ')}.`),
    ],
  };
}
