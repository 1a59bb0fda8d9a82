/** A tie in figures, as people read them. */
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import { sureShifts } from '../../state/ties/sure-shifts.ts';

export interface TieFigure {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly hint: string;
}

/** A true minus sign, and none before what is 0 once rounded. */
export function signedText(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `\u2212${digits}` : digits;
}

/** @param names of line 1 and of line 2 */
export function tieFigures(
  { estimate, difference, warp }: TieDetail,
  names: readonly [string, string],
): readonly TieFigure[] {
  const needed = `that ${names[0]} would need if ${names[1]} were right`;
  const figure = (id: string, label: string, text: string, hint: string): TieFigure => ({ id, label, text, hint });
  const classic =
    estimate === null
      ? []
      : [
          figure(
            'shift',
            'Shift',
            `${signedText(estimate.shiftMs, 2)} ms`,
            `The shift ${needed}: the peak of the correlation’s envelope`,
          ),
          figure(
            'phase',
            'Phase',
            `${signedText(estimate.phaseDeg, 1)}°`,
            `The rotation of phase ${needed}: that of the correlation at the peak`,
          ),
          figure('gain', 'Gain', estimate.gain.toFixed(3), `The factor ${needed}: the ratio of RMS amplitudes`),
          figure(
            'quality',
            'Quality',
            estimate.quality.toFixed(2),
            'The envelope at the peak: 1 where shift, phase and gain make the traces equal',
          ),
          figure(
            'plain',
            'Peak',
            `${estimate.correlation.value.toFixed(2)} at ${signedText(estimate.correlation.shiftMs, 2)} ms`,
            'The highest peak of the correlation itself, as if there were no difference of phase',
          ),
        ];
  const left = Number.isNaN(difference)
    ? []
    : [
        figure(
          'difference',
          'Difference',
          `${(100 * difference).toFixed(0)} %`,
          'RMS of the difference, relative to the RMS of both: 0 of equal traces, 141 % of unrelated ones',
        ),
      ];
  const shifts = warp === null ? null : sureShifts(warp);
  const warped =
    shifts === null
      ? []
      : [
          figure(
            'warp',
            'Warping',
            `${signedText(shifts[0], 1)} to ${signedText(shifts[1], 1)} ms`,
            'Least and largest shift of the warping path where it is sure, phase and gain made equal before',
          ),
        ];
  return [...classic, ...left, ...warped];
}
