/**
 * The 24 2D lines of the sample: three vintages over the same ground, each with the faults of its time. CL85 is out in
 * shift, gain and phase, half of CL94 still is, CL03 is right; two lines of CL03 are the reference.
 */
import { createShiftCurve, NO_MIS_TIE, type MisTie } from './mis-tie.ts';
import type { SurveyPoint } from './survey-coordinates.ts';
import { recordLengthMs, type SurveyDesign } from './survey-design.ts';

export type LineShape = 'straight' | 'bent' | 'curved';

export interface LineDesign {
  /** Unique; the lines are listed in ascending order of names. */
  readonly name: string;
  readonly shape: LineShape;
  /** Straight and bent lines join them; curved ones pass smoothly through them. */
  readonly through: readonly SurveyPoint[];
  readonly traceSpacingM: number;
  readonly sampleIntervalUs: number;
  readonly misTie: MisTie;
  readonly isReference: boolean;
}

interface Recording {
  readonly traceSpacingM: number;
  readonly sampleIntervalUs: number;
}

const OLD_RECORDING: Recording = { traceSpacingM: 17.5, sampleIntervalUs: 4000 };
const CLOSE_RECORDING: Recording = { traceSpacingM: 12.5, sampleIntervalUs: 4000 };
const NEW_RECORDING: Recording = { traceSpacingM: 15, sampleIntervalUs: 4000 };
const FINE_RECORDING: Recording = { traceSpacingM: 12.5, sampleIntervalUs: 2000 };

/** `corners` are u, v of one point after the other. */
function line(
  name: string,
  shape: LineShape,
  corners: readonly number[],
  recording: Recording,
  misTie: MisTie = NO_MIS_TIE,
  isReference = false,
): LineDesign {
  const through = Array.from({ length: corners.length / 2 }, (_, i) => ({
    u: corners[2 * i]!,
    v: corners[2 * i + 1]!,
  }));
  return { name, shape, through, ...recording, misTie, isReference };
}

const misTie = (shiftMs: number, phaseDeg: number, gain: number, shiftCurve: MisTie['shiftCurve'] = []): MisTie => ({
  shiftMs,
  phaseDeg,
  gain,
  shiftCurve,
});

/** u runs along the inlines (dip direction of the faults), v across them; the cube covers 0 to 1 in both. */
export function lineDesigns(design: SurveyDesign): readonly LineDesign[] {
  const recordMs = recordLengthMs(design);
  /** Up to 8 ms over 4 s; shorter records get less, so that no curve stretches a trace by more than 4 %. */
  const swingMs = Math.min(8, recordMs / 250);
  const curve = (share: number, cycles: number, phaseDeg: number): MisTie['shiftCurve'] =>
    createShiftCurve(recordMs, share * swingMs, cycles, phaseDeg);
  return [
    line('CL03-301', 'straight', [-0.09, 0.3, 1.08, 0.325], FINE_RECORDING, NO_MIS_TIE, true),
    line('CL03-302', 'straight', [-0.06, 0.71, 1.07, 0.685], CLOSE_RECORDING),
    line('CL03-303', 'straight', [0.06, -0.08, 0.045, 1.09], NEW_RECORDING),
    line('CL03-304', 'straight', [0.41, -0.1, 0.44, 1.07], FINE_RECORDING, NO_MIS_TIE, true),
    line('CL03-305', 'straight', [0.8, -0.07, 0.78, 1.1], NEW_RECORDING),
    line('CL03-306', 'straight', [-0.05, -0.04, 1.06, 1.03], CLOSE_RECORDING),
    line('CL03-307', 'curved', [-0.06, 0.9, 0.3, 0.62, 0.72, 0.6, 1.06, 0.88], FINE_RECORDING),
    line('CL03-308', 'bent', [0.1, -0.07, 0.32, 0.36, 0.3, 0.7, 0.52, 1.08], CLOSE_RECORDING),
    line('CL85-101', 'straight', [-0.08, 0.055, 1.05, 0.075], CLOSE_RECORDING, misTie(12, 0, 1)),
    line('CL85-102', 'straight', [-0.1, 0.45, 1.09, 0.43], CLOSE_RECORDING, misTie(-16.5, 45, 1.6)),
    line(
      'CL85-103',
      'straight',
      [-0.04, 0.815, 1.1, 0.835],
      CLOSE_RECORDING,
      misTie(7.3, -90, 0.7, curve(1, 1.15, 20)),
    ),
    line('CL85-104', 'straight', [0.175, -0.06, 0.165, 1.05], OLD_RECORDING, misTie(0, 180, 1.25)),
    line(
      'CL85-105',
      'straight',
      [0.55, -0.09, 0.555, 1.08],
      CLOSE_RECORDING,
      misTie(-4.2, 0, 2.1, curve(0.8, 0.8, 130)),
    ),
    line('CL85-106', 'straight', [0.925, -0.05, 0.945, 1.06], OLD_RECORDING, misTie(20, -35, 0.5)),
    line(
      'CL85-107',
      'bent',
      [-0.07, 0.16, 0.36, 0.24, 0.6, 0.5, 0.85, 0.52, 1.07, 0.66],
      OLD_RECORDING,
      misTie(9.6, 60, 1, curve(0.9, 1.4, 250)),
    ),
    line('CL85-108', 'straight', [-0.03, 1.02, 1.04, -0.05], OLD_RECORDING, misTie(-11, 120, 1.4)),
    line('CL94-201', 'straight', [-0.07, 0.185, 1.08, 0.2], NEW_RECORDING),
    line('CL94-202', 'straight', [-0.05, 0.565, 1.06, 0.58], CLOSE_RECORDING, misTie(3.4, 15, 1.1)),
    line('CL94-203', 'straight', [-0.08, 0.955, 1.07, 0.94], NEW_RECORDING),
    line(
      'CL94-204',
      'straight',
      [0.285, -0.06, 0.3, 1.08],
      OLD_RECORDING,
      misTie(-6.8, -20, 0.85, curve(0.7, 1.05, 300)),
    ),
    line('CL94-205', 'straight', [0.665, -0.08, 0.66, 1.06], NEW_RECORDING),
    line(
      'CL94-206',
      'curved',
      [0.64, -0.06, 0.94, 0.28, 0.9, 0.66, 0.56, 1.05],
      CLOSE_RECORDING,
      misTie(5, 0, 1.3, curve(1, 0.9, 60)),
    ),
    line('CL94-207', 'curved', [-0.05, 0.38, 0.22, 0.47, 0.48, 0.33, 0.74, 0.39, 1.05, 0.26], NEW_RECORDING),
    line(
      'CL94-208',
      'bent',
      [0.13, 1.06, 0.24, 0.77, 0.7, 0.74, 0.87, 0.34, 1.08, 0.14],
      CLOSE_RECORDING,
      misTie(-2.5, 75, 0.9),
    ),
  ];
}
