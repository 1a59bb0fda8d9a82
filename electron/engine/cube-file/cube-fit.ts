/** Whether a cube file holds the samples of a survey as it is open. */
import type { LineAxis } from '../../../shared/axes.ts';
import { overridesKey, type MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { CubeDescription, CubeOrigin } from '../../formats/hdf5/source/cube-description.ts';
import type { FileIdentity } from '../../formats/segy/accepted/fingerprint.ts';

/** File systems keep times in steps of 100 ns or less, and readers round them to a double in different ways. */
const SAME_TIME_MS = 0.01;

/** What else it was made of, to follow "It was made of"; null where it was made of this file as it is now. */
export function otherFile(origin: CubeOrigin, now: FileIdentity): string | null {
  if (origin.bytes !== now.bytes) return `a file of ${origin.bytes} bytes, and ${now.name} has ${now.bytes}`;
  if (origin.fingerprint !== now.fingerprint) return `${origin.name} with another content than it has now`;
  if (Math.abs(origin.modifiedMs - now.modifiedMs) < SAME_TIME_MS) return null;
  return `${origin.name} as of ${timeText(origin.modifiedMs)}, and that was changed at ${timeText(now.modifiedMs)}`;
}

/** Whether traces and samples stand where the survey has them. Units, coordinates and the domain make no difference. */
export function isSameReading(description: CubeDescription, info: SurveyInfo): boolean {
  const { inline, crossline, samples, origin } = description;
  if (info.inline === null || info.crossline === null || info.mapping === null) return false;
  const made = origin?.mapping ?? null;
  if (made === null) return false;
  return (
    isSameAxis(inline, info.inline) &&
    isSameAxis(crossline, info.crossline) &&
    samples.count === info.samples.count &&
    samples.firstSampleMs === info.samples.firstSampleMs &&
    overridesKey(placing(made)) === overridesKey(placing(info.mapping.mapping))
  );
}

const isSameAxis = (one: LineAxis, other: LineAxis): boolean =>
  one.first === other.first && one.last === other.last && one.count === other.count;

/** What decides which samples stand where. */
function placing(mapping: MappingOverrides): MappingOverrides {
  const { container, byteOrder, format, samples, inline, crossline } = mapping;
  return { container, byteOrder, format, samples, inline, crossline };
}

/** UTC, to the second. */
const timeText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
