/** How a file looks by a mapping: read, pictured small and let go. */
import type { MappingPreview } from '../../../shared/mapping/mapping-proposal.ts';
import { previewSection } from '../preview-source.ts';
import { openSegy, type OpenSegyOptions } from './open-segy.ts';

/** Points that show any survey's outline. */
const MOST_POSITIONS = 4000;

/** @throws CrosslineError what opening and reading reject with; cancelled */
export async function previewSegy(
  path: string,
  options: OpenSegyOptions,
  signal: AbortSignal,
): Promise<MappingPreview> {
  const source = await openSegy(path, options);
  try {
    signal.throwIfAborted();
    const section = await previewSection(source, signal);
    return { info: source.info, baseMap: await source.readPositions(MOST_POSITIONS, signal), section };
  } finally {
    await source.close();
  }
}
