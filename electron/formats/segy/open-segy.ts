/** Opens a SEG-Y file: at once from a few headers where it is a regular cube, usefully whatever else it is. */
import type { GeometryState, SurveyId } from '../../../shared/survey.ts';
import type { NativeReader, OpenFile } from '../../native/native-reader.ts';
import { describeFile, type SegyDescription } from './describe-file.ts';
import { probeRegularCube, sequenceFromProbes } from './probe-geometry.ts';
import type { IndexStore } from './scan-index.ts';
import type { SurveyKnowledge } from './scan-result.ts';
import { SegySource } from './segy-source.ts';

export interface OpenSegyOptions {
  readonly reader: NativeReader;
  readonly id: SurveyId;
  /** Where earlier scans are kept; null to keep and look for none. */
  readonly index: IndexStore | null;
}

/**
 * @throws CrosslineError file-not-found, no-permission, not-a-file, not-segy, truncated, unsupported-format, io-failed
 */
export async function openSegy(path: string, { reader, id, index }: OpenSegyOptions): Promise<SegySource> {
  const file = await reader.openFile(path);
  try {
    const description = await describeFile(file);
    const { knowledge, geometryState } = await learn(file, description, index);
    const origin = reader.kind === 'addon' ? 'mapped' : 'fallback';
    return new SegySource({ id, file, description, knowledge, geometryState, origin, index });
  } catch (error) {
    await file.close();
    throw error;
  }
}

interface FirstKnowledge {
  readonly knowledge: SurveyKnowledge;
  readonly geometryState: GeometryState;
}

async function learn(file: OpenFile, description: SegyDescription, index: IndexStore | null): Promise<FirstKnowledge> {
  const kept = await index?.load(file.path, file.bytes, file.modifiedMs);
  if (kept) return { knowledge: kept.knowledge, geometryState: 'indexed' };
  const knowledge = (await probeRegularCube(file, description)) ?? sequenceFromProbes(description);
  return { knowledge, geometryState: 'sampled' };
}
