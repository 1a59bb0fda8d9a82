/** Ids that are the same for the same files, wherever they lie: UUIDs of version 5 (RFC 9562, 5.5). */
import { v5 } from 'uuid';

/** Drawn once for Crossline. */
const NAMESPACE = '5f0f3ae1-9d3c-4a55-8d19-6d5d0f3b7c21';

/** @param name of the survey, or else of the folder that its lines lie in */
export const surveyIdOf = (name: string): string => v5(`survey:${name}`, NAMESPACE);

/**
 * @param fingerprint of what is in the file
 * @param lineKey tells the lines of one file apart
 */
export const profileIdOf = (fingerprint: string, lineKey: string): string =>
  v5(`profile:${fingerprint}:${lineKey}`, NAMESPACE);

/** Of a line of a file, whose first trace is 0-based in it. */
export const lineKeyOf = ({ name, firstTrace }: { readonly name: string; readonly firstTrace: number }): string =>
  `${name}@${firstTrace}`;
