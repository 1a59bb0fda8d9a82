/** Ways to read a file, best first: words, kinds, formats, and what was accepted for files like it. */
import { isCrosslineError } from '../../../../shared/errors.ts';
import type { MappingProposal } from '../../../../shared/mapping/mapping-proposal.ts';
import { NO_OVERRIDES, overridesKey, type MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { NativeReader, OpenFile } from '../../../native/native-reader.ts';
import type { AcceptedMappings } from '../accepted/accepted-mappings.ts';
import { openSegy } from '../open-segy.ts';
import { proposeDetected } from './propose-detected.ts';
import { proposeFormats } from './propose-formats.ts';
import { proposeGeometries } from './propose-geometries.ts';
import { proposeIntervals } from './propose-intervals.ts';
import { settleDescription } from './settle-description.ts';

/** Worse grids are noise in a list; other kinds stay, since the user may know better. */
const LEAST_CUBE_SCORE = 0.1;
/** Of grids in words that nobody documents. */
const MOST_UNNAMED = 3;
const MOST_PROPOSALS = 24;

/**
 * Reads a few headers and samples for each; nothing is kept open.
 * @param inUse what the file is open by: a way to read it that the user found, where it does not open by itself
 * @throws CrosslineError what no way of reading avoids: file-not-found, no-permission, not-a-file, not-segy, truncated,
 * unsupported-format, io-failed
 */
export async function proposeMappings(
  path: string,
  reader: NativeReader,
  accepted: AcceptedMappings,
  inUse: MappingOverrides | null = null,
): Promise<MappingProposal[]> {
  const file = await reader.openFile(path);
  try {
    const { siblings } = await accepted.recall(file);
    const proposals: MappingProposal[] = [];
    let fault: unknown = null;
    try {
      const description = await settleDescription(file, NO_OVERRIDES);
      const source = await openSegy(path, { reader, id: '', index: null });
      await source.close();
      const detected = proposeDetected(source.info, source.choice);
      proposals.push(detected, ...proposeIntervals(detected, source.info.findings));
      proposals.push(...(await proposeGeometries(file, description, NO_OVERRIDES)));
    } catch (thrown) {
      if (!isCrosslineError(thrown)) throw thrown;
      fault = thrown;
    }
    for (const { name, forSiblings } of siblings) proposals.push(...(await proposeAccepted(file, forSiblings, name)));
    proposals.push(...(await proposeFormats(file)));
    if (fault !== null && inUse !== null) proposals.push(...(await proposeGiven(file, inUse)));
    const listed = listOf(proposals);
    if (listed.length === 0) throw fault;
    return listed;
  } finally {
    await file.close();
  }
}

/** The best way to read the file with what was accepted for another; empty where it cannot be. */
async function proposeAccepted(file: OpenFile, overrides: MappingOverrides, name: string): Promise<MappingProposal[]> {
  const [best] = (await proposeGiven(file, overrides)).toSorted(byScore);
  return best === undefined ? [] : [{ ...best, overrides, acceptedFor: name }];
}

async function proposeGiven(file: OpenFile, overrides: MappingOverrides): Promise<MappingProposal[]> {
  try {
    return await proposeGeometries(file, await settleDescription(file, overrides), overrides);
  } catch (thrown) {
    if (isCrosslineError(thrown)) return [];
    throw thrown;
  }
}

const byScore = (one: MappingProposal, other: MappingProposal): number => other.score - one.score;

/** What the file is read by without the user stays first; of two that read alike the earlier, but every accepted one. */
function listOf(proposals: readonly MappingProposal[]): MappingProposal[] {
  const seen = new Set<string>();
  const different = proposals.filter(({ mapping, acceptedFor }) => {
    const key = `${overridesKey(mapping)} ${acceptedFor ?? ''}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
  const [first, ...others] = different;
  if (first === undefined) return [];
  const isDetected = overridesKey(first.overrides) === overridesKey(NO_OVERRIDES);
  const sorted = (isDetected ? others : different)
    .filter(({ kind, score, acceptedFor }) => kind !== 'cube' || score >= LEAST_CUBE_SCORE || acceptedFor !== null)
    .toSorted(byScore)
    .filter(unnamedUpTo(MOST_UNNAMED));
  return (isDetected ? [first, ...sorted] : sorted).slice(0, MOST_PROPOSALS);
}

function unnamedUpTo(most: number): (proposal: MappingProposal) => boolean {
  let count = 0;
  return ({ kind, preset, acceptedFor }) => {
    if (kind !== 'cube' || preset !== null || acceptedFor !== null) return true;
    count += 1;
    return count <= most;
  };
}
