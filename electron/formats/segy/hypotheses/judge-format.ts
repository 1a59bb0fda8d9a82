/** Which sample format the samples themselves speak for, among those of one width. */
import type { DecodableFormat } from '../../../native/native-reader.ts';
import { floatBits, type FloatBits } from './ibm-or-ieee.ts';
import { sampleSanity, type SampleSanity } from './sample-sanity.ts';
import { decodeWindows, type SampleWindows } from './sample-windows.ts';

export interface FormatVerdict {
  /** The stated format, unless another is clearly better. */
  readonly format: DecodableFormat;
  /** `sure`: the stated one gives nonsense, or its bits are impossible. `likely`: another looks better. */
  readonly certainty: 'stated' | 'likely' | 'sure';
  /** One sentence about the samples; null where they tell nothing. */
  readonly reason: string | null;
  /** 0 to 1: how much the samples look like data when they are read by `format`; 0.5 where they tell nothing. */
  readonly score: number;
}

/** By bytes a sample, likeliest first. Format 4 is believed where it is stated, and never guessed. */
export const FORMATS_BY_WIDTH: Readonly<Record<number, readonly DecodableFormat[]>> = {
  1: [8, 16],
  2: [3, 11],
  3: [7, 15],
  4: [1, 5, 2, 10],
  8: [6, 9, 12],
};

/** The same integers without their sign, and back: wrapped values are often meant so, and the user has to tell. */
const OTHER_SIGN: Readonly<Partial<Record<DecodableFormat, DecodableFormat>>> = {
  2: 10,
  10: 2,
  3: 11,
  11: 3,
  7: 15,
  15: 7,
  8: 16,
  16: 8,
  9: 12,
  12: 9,
};

export function judgeFormat(samples: SampleWindows, stated: DecodableFormat): FormatVerdict {
  const sanityOf = (format: DecodableFormat): SampleSanity | null =>
    sampleSanity(decodeWindows(samples, format), format);
  const own = sanityOf(stated);
  if (own === null) return { format: stated, certainty: 'stated', reason: null, score: 0.5 };

  if (stated === 1 || stated === 5) {
    const bits = floatBits(samples);
    const other = stated === 1 ? 5 : 1;
    const isOther = bits.verdict === (other === 1 ? 'ibm' : 'ieee');
    const otherSanity = isOther ? sanityOf(other) : null;
    if (otherSanity !== null && !otherSanity.isNonsense) {
      return { format: other, certainty: 'sure', reason: bitsReason(bits), score: scoreOf(otherSanity) };
    }
  }
  if (own.isNonsense) return nonsense(samples, stated, own, sanityOf);
  return { format: stated, certainty: 'stated', reason: saneReason(own), score: scoreOf(own) };
}

function nonsense(
  samples: SampleWindows,
  stated: DecodableFormat,
  own: SampleSanity,
  sanityOf: (format: DecodableFormat) => SampleSanity | null,
): FormatVerdict {
  const bits = samples.bytesPerSample === 4 ? floatBits(samples).verdict : 'unknown';
  const excluded = bits === 'ibm' ? 5 : bits === 'ieee' ? 1 : null;
  const others = (FORMATS_BY_WIDTH[samples.bytesPerSample] ?? [])
    .filter((format) => format !== stated && format !== excluded)
    .flatMap((format) => {
      const sanity = sanityOf(format);
      return sanity === null || sanity.isNonsense ? [] : [{ format, sanity }];
    })
    .toSorted((one, other) => one.sanity.roughness - other.sanity.roughness);
  const [best, second] = others;
  const reason = nonsenseReason(own);
  if (best === undefined) return { format: stated, certainty: 'stated', reason, score: scoreOf(own) };
  // Where IBM and IEEE both look like data and their bits do not tell, the user has to.
  const isSure = second === undefined || second.sanity.roughness > best.sanity.roughness * 1.25 || bits !== 'unknown';
  const isOtherSign = OTHER_SIGN[stated] === best.format;
  return {
    format: best.format,
    certainty: isSure && !isOtherSign ? 'sure' : 'likely',
    reason,
    score: scoreOf(best.sanity),
  };
}

/** Nonsense is next to impossible; smooth data are the surest. */
function scoreOf({ isNonsense, roughness }: SampleSanity): number {
  if (isNonsense) return 0.05;
  return roughness < 0.7 ? 1 : roughness < 1.2 ? 0.9 : 0.75;
}

const percent = (share: number): string => `${(100 * share).toPrecision(2)} %`;
const ratio = ({ roughness }: SampleSanity): string => roughness.toPrecision(2);

const saneReason = (sanity: SampleSanity): string =>
  `Samples look like amplitudes: they step by ${ratio(sanity)} of their size from one to the next (noise: 1.4).`;

const nonsenseReason = ({ hasGap, wildShare }: SampleSanity): string =>
  hasGap
    ? 'Read as stated, no sample is near zero, where amplitudes are commonest.'
    : `Read as stated, ${percent(wildShare)} of the samples are no numbers or absurdly large or small.`;

const bitsReason = ({ verdict, unnormalisedShare, count }: FloatBits): string =>
  verdict === 'ieee'
    ? `${percent(unnormalisedShare)} of the samples would be unnormalised as IBM floats, as is natural for IEEE floats.`
    : `None of ${count} different samples is unnormalised as an IBM float, of which IEEE floats would have a twelfth.`;
