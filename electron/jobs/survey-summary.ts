/** An open survey in a line of a list. */
import { worldPoint } from '../../shared/geometry/world-from-grid.ts';
import type { HealthSummary, SurveySummary, WorldBox } from '../../shared/folder.ts';
import { healthReport } from '../../shared/health/health-report.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { SegySource } from '../formats/segy/segy-source.ts';
import type { SurveySource } from '../formats/survey-source.ts';

/** Evenly spread over the file, its first and last with them: all traces of a usual line. */
const MOST_POSITIONS = 4096;

export async function summariseSurvey(source: SurveySource, signal: AbortSignal): Promise<SurveySummary> {
  const { info } = source;
  const { kind, format, traceCount, samples, inline, crossline } = info;
  return {
    kind,
    format,
    traceCount,
    samples,
    inline,
    crossline,
    box: boxOfGrid(info) ?? (await boxOfTraces(source, signal)),
    health: healthOf(info),
  };
}

const unitOf = ({ mapping }: SurveyInfo): WorldBox['unit'] => mapping?.mapping.coordinateUnit ?? 'metres';

/** From the corners of a cube. */
function boxOfGrid(info: SurveyInfo): WorldBox | null {
  const { inline, crossline, worldFromGrid } = info;
  if (inline === null || crossline === null || worldFromGrid === null) return null;
  const corners = [0, inline.count - 1].flatMap((i) =>
    [0, crossline.count - 1].map((j) => worldPoint(worldFromGrid, { inline: i, crossline: j })),
  );
  return boxOf(
    corners.map(({ x }) => x),
    corners.map(({ y }) => y),
    unitOf(info),
  );
}

async function boxOfTraces(source: SurveySource, signal: AbortSignal): Promise<WorldBox | null> {
  if (!(source instanceof SegySource)) return null;
  const positions = await source.readPositions(MOST_POSITIONS, signal);
  return positions && boxOf(positions.x, positions.y, unitOf(source.info));
}

const boxOf = (x: Iterable<number>, y: Iterable<number>, unit: WorldBox['unit']): WorldBox => {
  const [xs, ys] = [[...x], [...y]];
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys), unit };
};

function healthOf(info: SurveyInfo): HealthSummary {
  const { state, verdict, findings } = healthReport(info);
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { state, verdict, counts: { error: count('error'), warning: count('warning'), info: count('info') } };
}
