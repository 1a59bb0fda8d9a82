/**
 * Where the lines of the open surveys are, for the map, the 3D scene and the table of crossings. Kept outside the stores, as
 * pictures are: a thousand lines hold fifty megabytes, and who shows them takes them without a pass through React.
 */
import type { CoordinateUnit } from '../../shared/mapping/segy-mapping.ts';
import type { OpenProfiles, PlacelessProfile } from '../../shared/profile-calls.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { LineIndex } from '../../shared/units.ts';

/** One element a trace in every array; those of one profile never change. */
export interface BoardProfile {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
  readonly name: string;
  readonly unit: CoordinateUnit;
  /** World coordinates; NaN where a trace has none. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cdp: Int32Array;
  /** See `measureDetail`. */
  readonly detail: Float32Array;
}

interface SurveyProfiles {
  readonly profiles: readonly BoardProfile[];
  readonly placeless: readonly PlacelessProfile[];
}

export class ProfileBoard {
  readonly #surveys = new Map<SurveyId, SurveyProfiles>();
  readonly #listeners = new Set<() => void>();
  #profiles: readonly BoardProfile[] | null = null;

  /** By survey in the order in which they came; the same array until something comes or goes. */
  get profiles(): readonly BoardProfile[] {
    this.#profiles ??= [...this.#surveys.values()].flatMap(({ profiles }) => profiles);
    return this.#profiles;
  }

  /** Lines that lie nowhere, and why. */
  get placeless(): readonly PlacelessProfile[] {
    return [...this.#surveys.values()].flatMap(({ placeless }) => placeless);
  }

  /** Null while it is not known. */
  find(surveyId: SurveyId, line: LineIndex): BoardProfile | null {
    return this.#surveys.get(surveyId)?.profiles.find((profile) => profile.line === line) ?? null;
  }

  /** Takes what was read of these surveys, in place of what was known of them. */
  put(surveyIds: readonly SurveyId[], read: OpenProfiles): void {
    for (const id of surveyIds) this.#surveys.set(id, profilesOf(id, read));
    this.#changed();
  }

  remove(surveyIds: readonly SurveyId[]): void {
    const isGone = surveyIds.map((id) => this.#surveys.delete(id)).some(Boolean);
    if (isGone) this.#changed();
  }

  /** Told after every change. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    this.#profiles = null;
    for (const listener of this.#listeners) listener();
  }
}

function profilesOf(surveyId: SurveyId, { profiles, positions, cdp, detail, placeless }: OpenProfiles): SurveyProfiles {
  return {
    profiles: profiles.flatMap((profile, p) => {
      if (profile.surveyId !== surveyId) return [];
      const [from, to] = [positions.starts[p]!, positions.starts[p + 1]!];
      return [
        {
          ...profile,
          x: positions.x.subarray(from, to),
          y: positions.y.subarray(from, to),
          cdp: cdp.subarray(from, to),
          detail: detail.subarray(from, to),
        },
      ];
    }),
    placeless: placeless.filter((each) => each.surveyId === surveyId),
  };
}
