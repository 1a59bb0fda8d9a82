/**
 * Normal faults as displacement fields. A trace meets a fault at one time: what lies above it there is the hanging wall
 * and moves down, what lies below is the footwall and rises a little. A horizon that would come to lie across the fault
 * is missing at that trace, as in any normal fault. Throws grow with age (the faults moved while the layers formed), so
 * young layers thicken into the hanging wall. Lateral units are those of `SurveyPoint`, times are fractions of the record.
 */
export interface Fault {
  /** Where its upper end crosses the line v = 0.5. */
  readonly u: number;
  /** Change of u along its strike, per unit of v. */
  readonly strike: number;
  /** Size of the wiggle of its map trace. */
  readonly bend: number;
  /** 1: dips towards greater u; -1: towards smaller u. */
  readonly side: 1 | -1;
  /** Time of its upper end. */
  readonly top: number;
  /** Time gained per unit of distance at the upper end. */
  readonly slope: number;
  /** Depth below `top` where it flattens out; Infinity for a plane. */
  readonly flattening: number;
  readonly throw: number;
  /** Times between which the throw grows from nothing to its full size. */
  readonly growth: readonly [from: number, to: number];
  /** Times between which it dies out again below; none for a fault that reaches the basement. */
  readonly end?: readonly [from: number, to: number];
  /** Distance over which the displacement dies out away from the fault. */
  readonly reach: number;
  /** Centre and half length along v; the throw is 0 at both tips. */
  readonly along: readonly [centre: number, halfLength: number];
}

/** Share of the throw taken by the footwall's rise. */
const FOOTWALL_SHARE = 0.22;

export const FAULTS: readonly Fault[] = [
  /** Listric: steep above, flat in the old shales; its hanging wall rolls over into it. */
  {
    u: 0.25,
    strike: 0.16,
    bend: 0.02,
    side: 1,
    top: 0.1,
    slope: 4.6,
    flattening: 0.72,
    throw: 0.058,
    growth: [0.13, 0.62],
    reach: 0.2,
    along: [0.5, 1.35],
  },
  /** Normal, dipping against it: the two bound a low block. */
  {
    u: 0.86,
    strike: -0.12,
    bend: 0.015,
    side: -1,
    top: 0.3,
    slope: 5.2,
    flattening: Infinity,
    throw: 0.034,
    growth: [0.32, 0.58],
    reach: 0.24,
    along: [0.42, 0.95],
  },
  /** Three small ones over the crest of the anticline. */
  {
    u: 0.5,
    strike: 0.1,
    bend: 0.008,
    side: 1,
    top: 0.36,
    slope: 6,
    flattening: Infinity,
    throw: 0.009,
    growth: [0.38, 0.5],
    end: [0.56, 0.74],
    reach: 0.12,
    along: [0.35, 0.35],
  },
  {
    u: 0.585,
    strike: 0.07,
    bend: 0.008,
    side: -1,
    top: 0.37,
    slope: 6,
    flattening: Infinity,
    throw: 0.008,
    growth: [0.39, 0.5],
    end: [0.56, 0.74],
    reach: 0.1,
    along: [0.6, 0.4],
  },
  {
    u: 0.09,
    strike: 0.14,
    bend: 0.01,
    side: 1,
    top: 0.44,
    slope: 5.5,
    flattening: Infinity,
    throw: 0.014,
    growth: [0.46, 0.62],
    reach: 0.1,
    along: [0.6, 0.6],
  },
];

/** A fault as one trace meets it. Displacements are those of the oldest layers. */
export interface FaultAtTrace {
  /** Time of the fault plane here. */
  time: number;
  /** Downwards in the hanging wall. */
  drop: number;
  /** Upwards in the footwall. */
  rise: number;
}

export const createFaultAtTrace = (): FaultAtTrace => ({ time: 0, drop: 0, rise: 0 });

export function locateFault(fault: Fault, u: number, v: number, into: FaultAtTrace): void {
  const mapTrace = fault.u + fault.strike * (v - 0.5) + fault.bend * Math.sin(2 * Math.PI * 1.3 * v + 9 * fault.u);
  const distance = fault.side * (u - mapTrace);
  const isFlattening = distance > 0 && Number.isFinite(fault.flattening);
  into.time = isFlattening
    ? fault.top + fault.flattening * (1 - Math.exp((-fault.slope * distance) / fault.flattening))
    : fault.top + fault.slope * distance;
  const alongShare = (v - fault.along[0]) / fault.along[1];
  const size = fault.throw * Math.max(0, 1 - alongShare * alongShare) ** 0.75;
  into.drop = (1 - FOOTWALL_SHARE) * size * Math.exp(-Math.max(distance, 0) / fault.reach);
  into.rise = FOOTWALL_SHARE * size * Math.exp(-((distance / fault.reach) ** 2));
}

/** Share of the full displacement that layers of this time have. */
export function displacementShare(fault: Fault, time: number): number {
  const [from, to] = fault.growth;
  if (time <= from) return 0;
  const grown = smoothStep((time - from) / (to - from));
  if (fault.end === undefined || time <= fault.end[0]) return grown;
  return grown * (1 - smoothStep((time - fault.end[0]) / (fault.end[1] - fault.end[0])));
}

function smoothStep(share: number): number {
  const inside = Math.min(share, 1);
  return inside * inside * (3 - 2 * inside);
}

/** The time to which the fault moved a horizon that lay at `time`; NaN where it is cut out. */
export function displacedTime(here: FaultAtTrace, share: number, time: number): number {
  const below = time - here.rise * share;
  if (below >= here.time) return below;
  const above = time + here.drop * share;
  return above < here.time ? above : NaN;
}
