/** How a dataset looks by a mapping: opened, pictured small and let go. */
import { worldPoint } from '../../../../shared/geometry/world-from-grid.ts';
import type { MappingPreview } from '../../../../shared/mapping/mapping-proposal.ts';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { previewSection } from '../../preview-source.ts';
import type { CubeDescription } from '../source/cube-description.ts';
import { openCube, type OpenCubeOptions } from '../source/open-cube.ts';

/** Along each side of the grid: enough for any map of a dialog. */
const MOST_LINES = 60;

/** @throws CrosslineError what opening and reading reject with; cancelled */
export async function previewDataset(
  path: string,
  description: CubeDescription,
  options: OpenCubeOptions,
  signal: AbortSignal,
): Promise<MappingPreview> {
  const source = await openCube(path, description, options);
  try {
    signal.throwIfAborted();
    return { info: source.info, baseMap: gridPositions(source.info), section: await previewSection(source, signal) };
  } finally {
    await source.close();
  }
}

function gridPositions({ inline, crossline, worldFromGrid }: SurveyInfo): MappingPreview['baseMap'] {
  if (inline === null || crossline === null || worldFromGrid === null) return null;
  const along = (count: number): number[] => {
    const lines = Math.min(count, MOST_LINES);
    return Array.from({ length: lines }, (_, i) => (lines === 1 ? 0 : (i * (count - 1)) / (lines - 1)));
  };
  const points = along(inline.count).flatMap((i) =>
    along(crossline.count).map((j) => worldPoint(worldFromGrid, { inline: i, crossline: j })),
  );
  return { x: Float64Array.from(points, ({ x }) => x), y: Float64Array.from(points, ({ y }) => y) };
}
