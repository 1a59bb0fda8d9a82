import type { Domain, LineAxis } from '../../../shared/axes.ts';
import { worldPoint } from '../../../shared/geometry/world-from-grid.ts';
import { findingJson, type FindingJson } from '../../../shared/health/health-json.ts';
import { healthReport, type HealthState } from '../../../shared/health/health-report.ts';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import type { PointInWorld, WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type { ByteOrder, GeometryState, SampleFormat, SurveyInfo, SurveyKind } from '../../../shared/survey.ts';

/** What `crossline info --json` prints. Scripts rely on it: names may be added, none renamed or removed. */
export interface SurveyJson {
  readonly path: string | null;
  readonly name: string;
  readonly fileBytes: number;
  readonly kind: SurveyKind;
  readonly format: string;
  readonly traceCount: number;
  readonly sampleCount: number;
  /** Millimetres where the domain is depth. */
  readonly sampleIntervalUs: number;
  /** Metres where the domain is depth. */
  readonly firstSampleMs: number;
  readonly domain: Domain;
  readonly sampleFormat: SampleFormat;
  readonly byteOrder: ByteOrder;
  /** Ascending; null where there is no cube. */
  readonly inline: LineAxis | null;
  readonly crossline: LineAxis | null;
  readonly missingTraceCount: number | null;
  readonly deadTraceCount: number | null;
  readonly geometryState: GeometryState;
  /** How the file is read, places as `--mapping` takes them; null for what is no SEG-Y. */
  readonly mapping: Readonly<Record<string, string | number | null>> | null;
  readonly worldFromGrid: WorldFromGrid | null;
  /** World positions of the cube's corners, round the cube from its first inline and crossline along the first inline. */
  readonly corners: readonly PointInWorld[] | null;
  /** What is the matter with the file, in one sentence. */
  readonly health: { readonly state: HealthState; readonly verdict: string };
  /** Worst first. */
  readonly findings: readonly FindingJson[];
}

export function surveyJson(info: SurveyInfo): SurveyJson {
  const { state, verdict, findings } = healthReport(info);
  return {
    path: info.path,
    name: info.name,
    fileBytes: info.fileBytes,
    kind: info.kind,
    format: info.format,
    traceCount: info.traceCount,
    sampleCount: info.samples.count,
    sampleIntervalUs: info.samples.sampleIntervalUs,
    firstSampleMs: info.samples.firstSampleMs,
    domain: info.samples.domain,
    sampleFormat: info.sampleFormat,
    byteOrder: info.byteOrder,
    inline: info.inline,
    crossline: info.crossline,
    missingTraceCount: info.missingTraceCount,
    deadTraceCount: info.deadTraceCount,
    geometryState: info.geometryState,
    mapping: info.mapping && overridesToJson(info.mapping.mapping),
    worldFromGrid: info.worldFromGrid,
    corners: cornersOf(info),
    health: { state, verdict },
    findings: findings.map(findingJson),
  };
}

function cornersOf({ inline, crossline, worldFromGrid }: SurveyInfo): PointInWorld[] | null {
  if (inline === null || crossline === null || worldFromGrid === null) return null;
  const lastInline = inline.count - 1;
  const lastCrossline = crossline.count - 1;
  return [
    worldPoint(worldFromGrid, { inline: 0, crossline: 0 }),
    worldPoint(worldFromGrid, { inline: 0, crossline: lastCrossline }),
    worldPoint(worldFromGrid, { inline: lastInline, crossline: lastCrossline }),
    worldPoint(worldFromGrid, { inline: lastInline, crossline: 0 }),
  ];
}
