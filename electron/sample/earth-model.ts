/**
 * The earth of the sample survey, as a pure function of position: which reflections a vertical trace meets there. It is
 * the same function for the cube and for every 2D line, so they tie exactly wherever they meet. README.md describes it.
 */
import { createBeds, type Bed } from './beds.ts';
import { createChannels } from './channels.ts';
import { createFaultAtTrace, displacedTime, displacementShare, FAULTS, locateFault } from './faults.ts';
import { createRandom } from './random.ts';
import type { Reflections } from './reflections.ts';
import { createSmoothField } from './smooth-field.ts';
import { createSurveyCoordinates } from './survey-coordinates.ts';
import { recordLengthMs, type SurveyDesign } from './survey-design.ts';
import { createSurfaces, SURFACE_COUNT, UNCONFORMITY_INDEX } from './surfaces.ts';
import { WAVELET_HALF_LENGTH_MS } from './wavelet.ts';

/** Amplitude of a reflection of coefficient 1 at time 0. */
const FULL_AMPLITUDE = 9000;
/** Spreading and absorption: amplitudes fall to exp(-1.3) = 27 % over the record. */
const DECAY_PER_RECORD = 1.3;
const UNCONFORMITY_COEFFICIENT = 1.2;
/** Reflections fade over this time next to a fault, as imperfect focussing makes them, and next to the unconformity. */
const FAULT_FADE_MS = 30;
/** Smaller throws blur less. */
const BLURRED_THROW_MS = 12;
const CUT_FADE_MS = 8;
/** Foreset beds: where along u the first and last step down, how wide the step is. */
const FORESET = { from: 0.02, to: 1.12, width: 0.045, strike: 0.22 };
const CHANNEL_SURFACE = 2;
const STRENGTH_FIELD_COUNT = 8;

export interface EarthModel {
  /** Most reflections a trace can have. */
  readonly capacity: number;
  /** Replaces the content of `into` by the reflections under stored coordinates (centimetres, UTM). */
  reflectionsAt(xCm: number, yCm: number, into: Reflections): void;
}

const risingFrom = (distance: number, width: number): number => Math.min(Math.max(distance / width, 0), 1);

/** Times in the model are fractions of the record; everything with `Ms` in its name is in ms. */
export function createEarthModel(design: SurveyDesign): EarthModel {
  const random = createRandom(design.seed);
  const recordMs = recordLengthMs(design);
  const lastTimeMs = recordMs + 2 * WAVELET_HALF_LENGTH_MS;
  const coordinates = createSurveyCoordinates(design);
  const { uLengthM, vLengthM } = coordinates;
  const surfaces = createSurfaces(random);
  const strengthFields = Array.from({ length: STRENGTH_FIELD_COUNT }, () => createSmoothField(random, 0.03, 0.45));
  const channels = createChannels(uLengthM, vLengthM);

  const place = new Float64Array(2);
  const surfaceTime = new Float64Array(SURFACE_COUNT);
  const strength = new Float64Array(STRENGTH_FIELD_COUNT);
  const channelShare = new Float64Array(channels.length);
  const faultsHere = FAULTS.map(createFaultAtTrace);

  surfaces.evaluate(0.5, 0.5, surfaceTime);
  const beds = createBeds(
    surfaceTime.map((time) => time * recordMs),
    STRENGTH_FIELD_COUNT,
    random,
  );

  const foresetStep = (bed: Bed, u: number, v: number): number => {
    const front = FORESET.from + bed.fraction * (FORESET.to - FORESET.from) + FORESET.strike * (v - 0.5);
    return 1 / (1 + Math.exp((front - u) / FORESET.width));
  };

  /** Share of a bed's strength that channels leave at its unfaulted time: 0 where one has cut it away. */
  const leftByChannels = (timeMs: number): number => {
    const surfaceMs = surfaceTime[CHANNEL_SURFACE]! * recordMs;
    for (let i = 0; i < channels.length; i++) {
      const { depthMs, offsetMs } = channels[i]!;
      const below = timeMs - surfaceMs - offsetMs;
      if (channelShare[i]! > 0 && below > -1 && below < depthMs * channelShare[i]!) return 0;
    }
    return 1;
  };

  /** Moves a reflection by the faults, fades it beside them and adds it, unless it is cut out. */
  const addReflection = (unfaulted: number, coefficient: number, into: Reflections): void => {
    let time = unfaulted;
    let left = coefficient;
    for (let i = 0; i < FAULTS.length; i++) {
      const here = faultsHere[i]!;
      const share = displacementShare(FAULTS[i]!, time);
      if (share === 0) continue;
      time = displacedTime(here, share, time);
      const clearMs = Math.abs(time - here.time) * recordMs;
      const throwMs = (here.drop + here.rise) * share * recordMs;
      if (clearMs < FAULT_FADE_MS) left *= 1 - risingFrom(throwMs, BLURRED_THROW_MS) * (1 - clearMs / FAULT_FADE_MS);
    }
    if (!(time * recordMs < lastTimeMs) || left === 0) return;
    into.timeMs[into.count] = time * recordMs;
    into.amplitude[into.count] = FULL_AMPLITUDE * left * Math.exp(-DECAY_PER_RECORD * time);
    into.count++;
  };

  const addBed = (bed: Bed, u: number, v: number, into: Reflections): void => {
    const upper = surfaceTime[bed.surface]!;
    const lower = surfaceTime[bed.surface + 1]!;
    let fraction = bed.fraction;
    const waver = 0.8 * strength[bed.strengthField]! + 0.6 * strength[bed.otherStrengthField]!;
    let coefficient = bed.coefficient * (1 + bed.variation * waver);
    if (bed.style === 'foreset') {
      fraction = foresetStep(bed, u, v);
      coefficient *= 4 * fraction * (1 - fraction);
    }
    const time = upper + fraction * (lower - upper) + (bed.wobbleMs * strength[bed.timeField]!) / recordMs;
    const aboveCut = (surfaceTime[UNCONFORMITY_INDEX]! - time) * (bed.isOld ? -1 : 1) * recordMs;
    if (aboveCut <= 0) return;
    coefficient *= risingFrom(aboveCut, CUT_FADE_MS);
    if (!bed.isOld) coefficient *= leftByChannels(time * recordMs);
    addReflection(time, coefficient, into);
  };

  const addChannels = (into: Reflections): void => {
    for (let i = 0; i < channels.length; i++) {
      const share = channelShare[i]!;
      if (share <= 0) continue;
      const { depthMs, offsetMs, topCoefficient, baseCoefficient } = channels[i]!;
      const top = surfaceTime[CHANNEL_SURFACE]! + offsetMs / recordMs;
      /** Thin sand at the banks reflects less. */
      const bank = Math.sqrt(share);
      addReflection(top, topCoefficient * bank, into);
      addReflection(top + (depthMs * share) / recordMs, baseCoefficient * bank, into);
    }
  };

  return {
    capacity: beds.length + 2 * channels.length + 1,
    reflectionsAt(xCm, yCm, into) {
      coordinates.surveyFromStored(xCm, yCm, place);
      const u = place[0]!;
      const v = place[1]!;
      surfaces.evaluate(u, v, surfaceTime);
      for (let i = 0; i < STRENGTH_FIELD_COUNT; i++) strength[i] = strengthFields[i]!.valueAt(u, v);
      for (let i = 0; i < channels.length; i++) channelShare[i] = channels[i]!.depthShareAt(u * uLengthM, v * vLengthM);
      for (let i = 0; i < FAULTS.length; i++) locateFault(FAULTS[i]!, u, v, faultsHere[i]!);
      into.count = 0;
      for (const bed of beds) addBed(bed, u, v, into);
      addChannels(into);
      addReflection(surfaceTime[UNCONFORMITY_INDEX]!, UNCONFORMITY_COEFFICIENT * (1 + 0.3 * strength[0]!), into);
    },
  };
}
