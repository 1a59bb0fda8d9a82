/** Many profiles as one block of positions, so that a million of them need no object each. */
export interface ProfileLines {
  /** World positions of all traces, one profile after the other; NaN where a trace has none. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Length: profiles + 1. Profile p has the traces `starts[p]` to below `starts[p + 1]`. */
  readonly starts: Uint32Array;
}

export interface ProfilePositions {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export const profileCount = ({ starts }: ProfileLines): number => starts.length - 1;

/** One profile after the other, in the order given. */
export function packProfiles(profiles: readonly ProfilePositions[]): ProfileLines {
  const starts = new Uint32Array(profiles.length + 1);
  profiles.forEach((profile, p) => (starts[p + 1] = starts[p]! + profile.x.length));
  const x = new Float64Array(starts.at(-1)!);
  const y = new Float64Array(starts.at(-1)!);
  profiles.forEach((profile, p) => {
    x.set(profile.x, starts[p]);
    y.set(profile.y, starts[p]);
  });
  return { x, y, starts };
}
