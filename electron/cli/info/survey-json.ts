import type { Domain, LineAxis } from '../../../shared/axes.ts';
import { worldPoint } from '../../../shared/geometry/world-from-grid.ts';
import { findingJson, type FindingJson } from '../../../shared/health/health-json.ts';
import { healthReport, type HealthState } from '../../../shared/health/health-report.ts';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import { splitText } from '../../../shared/mapping/split-text.ts';
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import type { PointInWorld, WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import type {
  ByteOrder,
  GatherAxes,
  GeometryState,
  LineInfo,
  LineSet,
  SampleFormat,
  SurveyInfo,
  SurveyKind,
} from '../../../shared/survey.ts';

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
  /** What gathers are gathered at, and their offsets; null where there is one trace a position. */
  readonly gathers: GatherAxes | null;
  /** The 2D lines of the file, how it is split into them and how else it could be; null where there are none. */
  readonly lines: LinesJson | null;
  readonly missingTraceCount: number | null;
  /** Traces on positions that another has already. */
  readonly duplicateTraceCount: number | null;
  readonly deadTraceCount: number | null;
  readonly geometryState: GeometryState;
  /** How the file is read, places as `--mapping` takes them; null for what is no SEG-Y. */
  readonly mapping: Readonly<Record<string, string | number | null>> | null;
  readonly worldFromGrid: WorldFromGrid | null;
  /** How well the traces' coordinates follow it. */
  readonly worldFit: WorldFitQuality | null;
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
    gathers: info.gathers,
    lines: info.lines && linesJson(info.lines),
    missingTraceCount: info.missingTraceCount,
    duplicateTraceCount: info.duplicateTraceCount,
    deadTraceCount: info.deadTraceCount,
    geometryState: info.geometryState,
    mapping: info.mapping && overridesToJson(info.mapping.mapping),
    worldFromGrid: info.worldFromGrid,
    worldFit: info.worldFit,
    corners: cornersOf(info),
    health: { state, verdict },
    findings: findings.map(findingJson),
  };
}

export interface LinesJson {
  /** As `--split` takes it. */
  readonly split: string;
  readonly choices: readonly { readonly split: string; readonly label: string; readonly lineCount: number }[];
  readonly lines: readonly LineInfo[];
}

const linesJson = ({ split, choices, lines }: LineSet): LinesJson => ({
  split: splitText(split),
  choices: choices.map((choice) => ({ ...choice, split: splitText(choice.split) })),
  lines,
});

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
