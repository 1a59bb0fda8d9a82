/** Other sample formats and byte orders by which a file makes sense. */
import { isCrosslineError } from '../../../../shared/errors.ts';
import type { MappingProposal } from '../../../../shared/mapping/mapping-proposal.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { ByteOrder } from '../../../../shared/survey.ts';
import type { DecodableFormat, OpenFile } from '../../../native/native-reader.ts';
import { describeFile, type SegyDescription } from '../describe-file.ts';
import { readProbes } from '../probes.ts';
import { headerRepeats } from './header-repeats.ts';
import { floatBits } from './ibm-or-ieee.ts';
import { FORMATS_BY_WIDTH } from './judge-format.ts';
import { proposeGeometries } from './propose-geometries.ts';
import { decodeWindows, readSampleWindows } from './sample-windows.ts';
import { sampleSanity } from './sample-sanity.ts';

/** What the stated format need not prove, another must. */
const UNSTATED = 0.5;
/** Where samples tell nothing, or speak against it, another format is a guess. */
const UNPROVED = 0.1;
const BELIEVED_REPEATS = 0.5;

/** The best geometry by each format that is not nonsense, in each byte order at whose stride trace headers repeat. */
export async function proposeFormats(file: OpenFile): Promise<MappingProposal[]> {
  const proposals: MappingProposal[] = [];
  for (const byteOrder of ['big', 'little'] as const) {
    for (const formats of Object.values(FORMATS_BY_WIDTH)) {
      const description = await tryDescribe(file, { format: formats[0]!, byteOrder });
      if (description !== null) proposals.push(...(await proposeWidth(file, description, formats, byteOrder)));
    }
  }
  return proposals;
}

/** All formats of one width have the same layout, and so the same geometry. */
async function proposeWidth(
  file: OpenFile,
  description: SegyDescription,
  formats: readonly DecodableFormat[],
  byteOrder: ByteOrder,
): Promise<MappingProposal[]> {
  const { layout, findings } = description;
  // Headers then repeat at a stride that holds another number of samples than any header states.
  if (findings.some(({ code }) => code === 'sample-count-wrong')) return [];
  // Where headers have nothing to repeat, at least the last trace must end with the file.
  const isWhole = layout.firstTraceOffset + layout.traceCount * layout.strideBytes === file.bytes;
  const repeats = headerRepeats(await readProbes(file, layout), layout) ?? (isWhole ? BELIEVED_REPEATS : 0);
  if (repeats < BELIEVED_REPEATS) return [];
  const geometries = await proposeGeometries(file, description, { byteOrder });
  const best = geometries.toSorted((one, other) => other.score - one.score)[0];
  if (best === undefined) return [];
  const windows = await readSampleWindows(file, layout);
  const bits = layout.bytesPerSample === 4 ? floatBits(windows).verdict : 'unknown';
  return formats.flatMap((format) => {
    const sanity = sampleSanity(decodeWindows(windows, format), format);
    if (sanity?.isNonsense === true) return [];
    const isRefuted = (format === 1 && bits === 'ieee') || (format === 5 && bits === 'ibm');
    return {
      ...best,
      overrides: { ...best.overrides, format },
      mapping: { ...best.mapping, format },
      score: best.score * repeats * (sanity === null || isRefuted ? UNPROVED : UNSTATED),
    };
  });
}

async function tryDescribe(file: OpenFile, overrides: MappingOverrides): Promise<SegyDescription | null> {
  try {
    return await describeFile(file, overrides);
  } catch (thrown) {
    if (isCrosslineError(thrown)) return null;
    throw thrown;
  }
}
