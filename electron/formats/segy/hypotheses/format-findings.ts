/** What the user should know of a sample format that the binary header names wrongly, or not at all. */
import { SAMPLE_FORMATS } from '../../../../shared/sample-formats.ts';
import type { ByteOrder, Finding } from '../../../../shared/survey.ts';
import type { DecodableFormat } from '../../../native/native-reader.ts';
import { useByteOrder } from '../byte-order.ts';
import { warning } from '../finding.ts';
import { FORMATS_BY_WIDTH } from './judge-format.ts';

interface FormatChange {
  readonly format: DecodableFormat;
  readonly reasons: readonly string[];
}

const EVERY_AMPLITUDE = 'Every amplitude changes.';

const nameOf = (code: number): string =>
  `${SAMPLE_FORMATS.find((format) => format.code === code)?.name ?? 'format'} (${code})`;

const readAs = (code: DecodableFormat) => ({ label: `Read as ${nameOf(code)}`, overrides: { format: code } }) as const;

/** The stated format was not believed. */
export function formatReplaced(stated: DecodableFormat, { format, reasons }: FormatChange): Finding {
  const message = `Bytes 3225-3226 say that samples are ${nameOf(stated)}, which they are not. ${reasons.join(' ')}`;
  return warning('format-contradicted', message, {
    assumed: `Samples are read as ${nameOf(format)}.`,
    effect: EVERY_AMPLITUDE,
    remedies: [readAs(stated)],
  });
}

/** The stated format is used though another looks better. */
export function formatDoubtful(stated: DecodableFormat, { format, reasons }: FormatChange): Finding {
  const message = `Bytes 3225-3226 say that samples are ${nameOf(stated)}; they look more like ${nameOf(format)}. ${reasons.join(' ')}`;
  return warning('format-doubtful', message, {
    assumed: `Samples are read as stated, as ${nameOf(stated)}.`,
    effect: EVERY_AMPLITUDE,
    remedies: [readAs(format)],
  });
}

/** No format is stated. */
export function formatGuessed(stated: number, { format, reasons }: FormatChange, byteOrder: ByteOrder): Finding {
  const message = `Bytes 3225-3226 hold ${stated}, which is no sample format. ${reasons.join(' ')}`;
  const width = SAMPLE_FORMATS.find(({ code }) => code === format)?.bytesPerSample ?? 0;
  const others = (FORMATS_BY_WIDTH[width] ?? []).filter((other) => other !== format);
  return warning('format-missing', message, {
    assumed: `Samples are read as ${nameOf(format)}, ${byteOrder}-endian.`,
    effect: EVERY_AMPLITUDE,
    remedies: [...others.map(readAs), useByteOrder(byteOrder === 'big' ? 'little' : 'big')],
  });
}
