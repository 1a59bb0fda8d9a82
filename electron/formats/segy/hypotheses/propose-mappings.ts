/** Ways to read a file, best first. */
import { isCrosslineError } from '../../../../shared/errors.ts';
import type { MappingProposal } from '../../../../shared/mapping/mapping-proposal.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { DECODABLE_FORMATS, type NativeReader } from '../../../native/native-reader.ts';
import type { AcceptedMappings } from '../accepted/accepted-mappings.ts';
import { openSegy } from '../open-segy.ts';
import { CUBE_PRESETS } from './presets.ts';

/**
 * @throws CrosslineError what no way of reading avoids: file-not-found, no-permission, not-a-file, not-segy, truncated,
 * unsupported-format, io-failed
 */
export async function proposeMappings(
  path: string,
  reader: NativeReader,
  accepted: AcceptedMappings,
): Promise<MappingProposal[]> {
  const file = await reader.openFile(path);
  const recalled = await accepted.recall(file).finally(() => file.close());
  const proposals: MappingProposal[] = [];
  let fault: unknown = null;
  const propose = async (overrides: MappingOverrides, preset: string | null, acceptedFor: string | null) => {
    try {
      const source = await openSegy(path, { reader, id: '', index: null, overrides });
      await source.close();
      proposals.push(proposalOf(source.info, overrides, preset, acceptedFor));
    } catch (thrown) {
      if (!isCrosslineError(thrown)) throw thrown;
      fault ??= thrown;
    }
  };
  for (const { name, forSiblings } of recalled.siblings) await propose(forSiblings, null, name);
  for (const { name, places } of CUBE_PRESETS) await propose(places, name, null);
  if (proposals.length === 0) {
    for (const format of DECODABLE_FORMATS) {
      for (const byteOrder of ['big', 'little'] as const) await propose({ format, byteOrder }, null, null);
    }
  }
  if (proposals.length === 0) throw fault;
  return proposals.toSorted((one, other) => other.score - one.score);
}

function proposalOf(
  info: SurveyInfo,
  overrides: MappingOverrides,
  preset: string | null,
  acceptedFor: string | null,
): MappingProposal {
  const { kind, traceCount, inline, crossline, mapping } = info;
  if (mapping === null) throw new Error('A SEG-Y file has a mapping');
  const positions = (inline?.count ?? 0) * (crossline?.count ?? 0);
  const filled = positions === 0 ? 0 : Math.min(1, traceCount / positions);
  return {
    overrides,
    mapping: mapping.mapping,
    preset,
    score: kind === 'cube' ? 0.5 + 0.5 * filled : kind === 'traces' ? 0.1 : 0.4,
    reasons:
      kind === 'cube'
        ? [`${traceCount} traces on a grid of ${inline!.count} x ${crossline!.count}.`]
        : [`The line numbers make no grid; the file is read as ${kind}.`],
    kind,
    traceCount,
    inline,
    crossline,
    acceptedFor,
  };
}
