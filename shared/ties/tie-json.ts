/** A document of ties as JSON, one line of text for each survey line, crossing and loop. NaN is null. */
import type { TieDocument } from './tie-document.ts';

/** Digits of a millionth: of a microsecond's thousandth, and far below what any estimate is good for. */
const DECIMALS = 6;

export function* encodeTies({ gateMs, groups, lines, crossings, loops }: TieDocument): Generator<string> {
  yield `{"gateMs":${json(gateMs)},\n"groups":${groups},\n"lines":`;
  yield* listJson(lines);
  yield ',\n"crossings":';
  yield* listJson(crossings);
  yield ',\n"loops":';
  yield* listJson(loops);
  yield '}\n';
}

function* listJson(records: readonly object[]): Generator<string> {
  yield '[';
  for (const [i, record] of records.entries()) yield `${i === 0 ? '\n' : ',\n'}${json(record)}`;
  yield ']';
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'number' && !Number.isInteger(each) ? Number(each.toFixed(DECIMALS)) : each,
  );
