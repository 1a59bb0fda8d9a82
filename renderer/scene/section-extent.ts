/** How many cells a section has, and how wide a cell is on the ground over how high it is. */
import type { PictureLayout } from '../../shared/colour/picture-layout.ts';
import { NO_DECIMATION, planeCounts, planeShape, type SlicePlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { metresPerSample } from './ground.ts';
import type { PictureSize } from './section-view.ts';

/** Of the exact slice, whatever the decimation of the picture. */
export function sectionSize(survey: SurveyInfo, plane: SlicePlane, layout: PictureLayout): PictureSize {
  const [rows, columns] = planeShape(plane, planeCounts(survey), NO_DECIMATION);
  return layout.across === 'rows' ? { across: rows, down: columns } : { across: columns, down: rows };
}

/** 1 where the ground is unknown: square cells. */
export function cellAspectOf(survey: SurveyInfo, plane: SlicePlane, layout: PictureLayout): number {
  const ground = survey.worldFromGrid;
  if (ground === null) return 1;
  if (plane.orientation === 'traces' || plane.orientation === 'along' || plane.orientation === 'gather') return 1;
  const inlineMetres = Math.hypot(ground.inlineX, ground.inlineY);
  const crosslineMetres = Math.hypot(ground.crosslineX, ground.crosslineY);
  const [row, column] = {
    inline: [crosslineMetres, metresPerSample(survey.samples)],
    crossline: [inlineMetres, metresPerSample(survey.samples)],
    sample: [inlineMetres, crosslineMetres],
  }[plane.orientation] as [number, number];
  const aspect = layout.across === 'rows' ? row / column : column / row;
  return Number.isFinite(aspect) && aspect > 0 ? aspect : 1;
}
