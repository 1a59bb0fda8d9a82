import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { CrosslineError } from '../../../shared/errors.ts';
import { traceWordsIn } from '../../../shared/headers/trace-words.ts';
import { usefulColumns } from '../../../shared/headers/useful-columns.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { CODE_PAGES, parsePlace, parsePlaces, parseTraceNumber, requireOneView } from '../headers/header-options.ts';
import type { HeaderOptions } from '../headers/header-options.ts';
import { withHeaderSurvey, type HeaderSurvey } from '../headers/header-survey.ts';
import { headerCsv, type WantedRows } from '../headers/header-table.ts';
import { textPagesJson, textPagesText } from '../headers/text-pages.ts';
import { columnText, figuresJson, summaryText } from '../headers/word-figures.ts';
import { binaryWords, traceWords, wordsJson, wordsText } from '../headers/word-list.ts';
import { addMappingOptions, overridesOf } from '../mapping/mapping-options.ts';
import { writeAtomically } from '../output/write-atomically.ts';
import { resolveSurveyPath } from '../survey-path.ts';
import type { Terminal } from '../terminal.ts';

export function addHeadersCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('headers')
    .description('Show the headers of a SEG-Y file; without an option, all of them summed up')
    .argument('<file>', 'SEG-Y file')
    .option('--text', 'the text headers')
    .option('--binary', 'the words of the binary header')
    .option('--trace <number>', 'the words of one trace header, counted from 1', parseTraceNumber)
    .option('--column <word>', 'figures of one word along the file: a name, or BYTE:TYPE', parsePlace)
    .option('--columns <words>', 'words of every trace as CSV, e.g. iline,xline,181:float32', parsePlaces)
    .option('--filter <expression>', 'only traces that match, e.g. "inline >= 100 and byte(37) % 2 == 1"')
    .option('--out <file>', 'write the CSV there; without --columns, of all words that vary')
    .addOption(new Option('--code-page <name>', 'of the text headers').choices(CODE_PAGES).default('auto'))
    .option('--json', 'print JSON, for scripts');
  addMappingOptions(command).action((file: string, options: HeaderOptions) => runHeaders(file, options, terminal));
}

/** Buckets of a column that nobody plots. */
const NO_PLOT = 1;

async function runHeaders(file: string, options: HeaderOptions, terminal: Terminal): Promise<void> {
  requireOneView(options);
  const overrides = await overridesOf(options, terminal);
  await withHeaderSurvey(resolveSurveyPath(file, terminal), terminal, overrides, async (survey) => {
    const rows = await wantedRows(survey, options.filter);
    const places = await tablePlaces(survey, rows, options);
    if (places === null) {
      const print = options.json === true ? printJson : printText;
      terminal.writeOut(await print(survey, rows, options));
      return;
    }
    const csv = headerCsv(survey, rows, places);
    if (options.out !== undefined) await writeAtomically(resolve(terminal.workingFolder, options.out), csv);
    else for await (const lines of csv) terminal.writeOut(lines);
  });
}

async function wantedRows({ info, calls, task }: HeaderSurvey, expression?: string): Promise<WantedRows> {
  if (expression === undefined) return { filterId: null, count: info.traceCount };
  const { filterId, matchCount } = await task((running) =>
    calls.filterTraces({ ...running, surveyId: info.id, expression }),
  );
  return { filterId, count: matchCount };
}

/** The columns of the table that is asked for; null where none is. */
async function tablePlaces(
  survey: HeaderSurvey,
  rows: WantedRows,
  { column, columns, out }: HeaderOptions,
): Promise<readonly HeaderPlace[] | null> {
  if (columns !== undefined) return columns;
  if (out === undefined) return null;
  if (column !== undefined) return [column];
  const { words, statistics } = await summarise(survey, rows);
  return usefulColumns(words, statistics);
}

async function summarise({ info, calls, task, description }: HeaderSurvey, { filterId }: WantedRows) {
  const words = traceWordsIn(description.traceHeaderBytes).filter(({ isText }) => isText !== true);
  const places = words.map(({ byte, type }) => ({ byte, type }));
  const statistics = await task((running) =>
    calls.summariseHeaders({ ...running, surveyId: info.id, filterId, places, most: null }),
  );
  return { words, statistics };
}

const readColumn = ({ info, calls, task }: HeaderSurvey, { filterId, count }: WantedRows, place: HeaderPlace) =>
  task((running) =>
    calls.readHeaderColumn({ ...running, surveyId: info.id, filterId, place, first: 0, count, buckets: NO_PLOT }),
  );

async function textPages({ info, calls }: HeaderSurvey, { codePage = 'auto' }: HeaderOptions) {
  return textPagesJson(await calls.readTextHeaders(info.id), codePage === 'auto' ? null : codePage);
}

async function traceHeader({ info, calls, description }: HeaderSurvey, number: number) {
  if (number > info.traceCount) {
    const available = `1 to ${info.traceCount}`;
    throw new CrosslineError({ code: 'out-of-range', what: 'Trace', requested: number, available });
  }
  return traceWords(await calls.readTraceHeader(info.id, number - 1), description);
}

async function printText(survey: HeaderSurvey, rows: WantedRows, options: HeaderOptions): Promise<string> {
  const { info, description } = survey;
  if (options.text === true) return textPagesText(await textPages(survey, options));
  if (options.binary === true) return wordsText(binaryWords(description));
  if (options.trace !== undefined) return wordsText(await traceHeader(survey, options.trace));
  if (options.column !== undefined) return columnText(options.column, await readColumn(survey, rows, options.column));
  const { words, statistics } = await summarise(survey, rows);
  const set = binaryWords(description).filter(({ text }) => text !== '0');
  return [
    textPagesText(await textPages(survey, options)),
    `Binary header, ${description.byteOrder}-endian, words that are not zero\n${wordsText(set)}`,
    rows.filterId === null ? `${info.traceCount} traces\n` : `${rows.count} of ${info.traceCount} traces match\n`,
    summaryText(words, statistics),
  ].join('\n');
}

async function printJson(survey: HeaderSurvey, rows: WantedRows, options: HeaderOptions): Promise<string> {
  return `${JSON.stringify(await headersJson(survey, rows, options), null, 2)}\n`;
}

async function headersJson(survey: HeaderSurvey, rows: WantedRows, options: HeaderOptions): Promise<unknown> {
  const { info, description } = survey;
  if (options.text === true) return await textPages(survey, options);
  if (options.binary === true) return wordsJson(binaryWords(description));
  if (options.trace !== undefined) return wordsJson(await traceHeader(survey, options.trace));
  if (options.column !== undefined) {
    const { statistics, histogram, frequent } = await readColumn(survey, rows, options.column);
    return {
      ...figuresJson(options.column, statistics),
      frequent: frequent && Array.from(frequent.values, (value, i) => ({ value, traces: frequent.counts[i] })),
      histogram: histogram && { ...histogram, counts: Array.from(histogram.counts) },
    };
  }
  const { words, statistics } = await summarise(survey, rows);
  return {
    file: info.path,
    byteOrder: description.byteOrder,
    traceCount: info.traceCount,
    traceHeaderBytes: description.traceHeaderBytes,
    filter: options.filter ?? null,
    matchCount: rows.count,
    text: await textPages(survey, options),
    binary: wordsJson(binaryWords(description)),
    words: words.map((word, index) => figuresJson(word, statistics[index]!)),
  };
}
