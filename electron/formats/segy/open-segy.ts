/** Opens a SEG-Y file: at once from a few headers where it is a regular cube, usefully whatever else it is. */
import {
  NO_OVERRIDES,
  overridesKey,
  type MappingOverrides,
  type MappingState,
} from '../../../shared/mapping/segy-mapping.ts';
import type { GeometryState, SurveyId } from '../../../shared/survey.ts';
import type { NativeReader, OpenFile } from '../../native/native-reader.ts';
import { NOTHING_RECALLED, type AcceptedMappings } from './accepted/accepted-mappings.ts';
import type { SegyDescription } from './describe-file.ts';
import { placeWords, withChoice } from './hypotheses/place-words.ts';
import { describeSettled, settleDescription } from './hypotheses/settle-description.ts';
import { probeRegularCube, sequenceFromProbes } from './probe-geometry.ts';
import { readProbes } from './probes.ts';
import { scanFile } from './scan-file.ts';
import type { IndexStore } from './scan-index.ts';
import type { SurveyKnowledge } from './scan-result.ts';
import { SegySource } from './segy-source.ts';

export interface OpenSegyOptions {
  readonly reader: NativeReader;
  readonly id: SurveyId;
  /** Where earlier scans are kept; null to keep and look for none. */
  readonly index: IndexStore | null;
  /** Null: as accepted earlier, else as detected. */
  readonly overrides?: MappingOverrides | null;
  /** What the user accepted earlier; null to look for nothing. */
  readonly accepted?: AcceptedMappings | null;
}

/**
 * @throws CrosslineError file-not-found, no-permission, not-a-file, not-segy, truncated, unsupported-format, io-failed; usage
 * where an override cannot be
 */
export async function openSegy(
  path: string,
  { reader, id, index, overrides = NO_OVERRIDES, accepted = null }: OpenSegyOptions,
): Promise<SegySource> {
  const file = await reader.openFile(path);
  try {
    const recalled = (await accepted?.recall(file)) ?? NOTHING_RECALLED;
    const used = overrides ?? recalled.own?.overrides ?? NO_OVERRIDES;
    const kept = (await index?.load(file.path, file.bytes, file.modifiedMs, used)) ?? null;
    const settled =
      kept === null ? await settleDescription(file, used) : await describeSettled(file, used, kept.settlement);
    const description = { ...settled, recalled };
    const { knowledge, geometryState } =
      kept === null
        ? await learn(file, description, index)
        : { knowledge: kept.knowledge, geometryState: 'indexed' as const };
    const origin = reader.kind === 'addon' ? 'mapped' : 'fallback';
    const mappingOrigin = originOf(used, recalled.own?.overrides ?? null);
    return new SegySource({ id, file, description, knowledge, geometryState, origin, mappingOrigin, index });
  } catch (error) {
    await file.close();
    throw error;
  }
}

function originOf(used: MappingOverrides, remembered: MappingOverrides | null): MappingState['origin'] {
  if (remembered !== null && overridesKey(used) === overridesKey(remembered)) return 'remembered';
  return overridesKey(used) === overridesKey(NO_OVERRIDES) ? 'detected' : 'given';
}

/** Up to here a scan costs a millisecond or two, so that the first answer is already the whole truth. */
const SCANNED_ALWAYS_BYTES = 4 * 2 ** 20;
/** Up to here a scan takes 10 to 20 ms: better than to show an irregular file by trace number first. */
const SCANNED_IF_IRREGULAR_BYTES = 64 * 2 ** 20;

interface FirstKnowledge {
  readonly knowledge: SurveyKnowledge;
  readonly geometryState: GeometryState;
}

async function learn(file: OpenFile, description: SegyDescription, index: IndexStore | null): Promise<FirstKnowledge> {
  const probes = description.probes ?? (await readProbes(file, description.layout));
  const chosen = await placeWords(file, description, probes);
  const cube = await probeRegularCube(file, description, probes, chosen.words);
  if (file.bytes <= (cube === null ? SCANNED_IF_IRREGULAR_BYTES : SCANNED_ALWAYS_BYTES)) {
    const scan = await scanFile(
      file,
      { ...description, probes },
      { signal: null, onProgress: () => undefined },
      chosen,
    );
    // Kept behind the opening's back: `keep` never fails, and nothing waits for it.
    if (file.bytes > SCANNED_ALWAYS_BYTES || index?.keepsSmall === true) {
      void index?.keep(file.path, scan, description.overrides);
    }
    return { knowledge: scan.knowledge, geometryState: 'scanned' };
  }
  const learned = cube ?? sequenceFromProbes(description, probes, chosen.words);
  return { knowledge: withChoice(learned, chosen), geometryState: 'sampled' };
}
