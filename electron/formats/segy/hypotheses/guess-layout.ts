/** A layout and format for files whose binary header names none, or one at whose stride no trace headers repeat. */
import { isCrosslineError } from '../../../../shared/errors.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { DecodableFormat, OpenFile } from '../../../native/native-reader.ts';
import { describeFile, type SegyDescription } from '../describe-file.ts';
import { readProbes } from '../probes.ts';
import { headerRepeats } from './header-repeats.ts';
import { FORMATS_BY_WIDTH, judgeFormat } from './judge-format.ts';
import { readSampleWindows } from './sample-windows.ts';

export interface LayoutGuess {
  readonly format: DecodableFormat;
  readonly assumed: MappingOverrides;
  readonly reasons: readonly string[];
}

/** Headers must repeat nearly everywhere: by chance they do so nowhere. */
const BELIEVED_REPEATS = 0.9;
/** Widths in the order in which they are met. */
const WIDTHS = [4, 2, 1, 8, 3] as const;

/** Null where no format makes trace headers repeat. */
export async function guessLayout(file: OpenFile, overrides: MappingOverrides): Promise<LayoutGuess | null> {
  for (const byteOrder of overrides.byteOrder === undefined ? (['big', 'little'] as const) : [overrides.byteOrder]) {
    for (const width of WIDTHS) {
      const [likeliest] = FORMATS_BY_WIDTH[width]!;
      const described = await tryDescribe(file, { ...overrides, byteOrder, format: likeliest! });
      if (described === null) continue;
      const { layout } = described;
      const repeats = headerRepeats(await readProbes(file, layout), layout);
      if (repeats === null || repeats < BELIEVED_REPEATS) continue;
      const verdict = judgeFormat(await readSampleWindows(file, layout), likeliest!);
      const reason = `Trace headers repeat every ${layout.strideBytes} bytes, which is ${layout.sampleCount} samples of ${width} bytes.`;
      return {
        format: verdict.format,
        assumed: { format: verdict.format, byteOrder },
        reasons: verdict.reason === null ? [reason] : [reason, verdict.reason],
      };
    }
  }
  return null;
}

async function tryDescribe(file: OpenFile, overrides: MappingOverrides): Promise<SegyDescription | null> {
  try {
    return await describeFile(file, overrides);
  } catch (thrown) {
    if (isCrosslineError(thrown)) return null;
    throw thrown;
  }
}
