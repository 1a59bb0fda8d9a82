import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { COLORMAP_NAMES } from '../../../shared/colour/colormaps.ts';
import { ALONG_INTERPOLATIONS, type AlongInterpolation } from '../../../shared/geometry/along/trace-weights.ts';
import { NO_DECIMATION } from '../../../shared/slices.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { writeAtomically } from '../output/write-atomically.ts';
import { withScannedSurvey } from '../scanned-survey.ts';
import { alongPlane, type AlongOptions } from '../slice/along-options.ts';
import { encodeSlice, parseSliceOutput } from '../slice/encode-slice.ts';
import type { PictureOptions, SliceOutput } from '../slice/encode-slice.ts';
import { parseGather, parseInteger, parseNumber, parsePercent, parseTraceRange } from '../slice/option-parsers.ts';
import { requireOnePlane, planeOf } from '../slice/plane-options.ts';
import type { PlaneOptions } from '../slice/plane-options.ts';
import { withSelection } from '../slice/selection-options.ts';
import type { SelectionOptions } from '../slice/selection-options.ts';
import { timingText } from '../slice/timing-text.ts';
import { resolveSurveyPath } from '../survey-path.ts';
import type { Terminal } from '../terminal.ts';

/** The page's own choices, so that a picture looks like the one on the screen. */
const DEFAULT_COLORMAP = 'grey';
const DEFAULT_CLIP_PERCENT = 99;

interface SliceOptions extends PlaneOptions, AlongOptions, SelectionOptions, PictureOptions, MappingOptions {
  readonly out: SliceOutput;
  readonly timing?: true;
}

export function addSliceCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('slice')
    .description('Write one slice of a survey: an array for NumPy, a table, or a picture')
    .argument('<file>', 'SEG-Y file')
    .option('--inline <number>', 'the inline of that number', parseInteger)
    .option('--crossline <number>', 'the crossline of that number', parseInteger)
    .option('--time <ms>', 'the sample nearest to that time', parseNumber)
    .option('--depth <m>', 'the sample nearest to that depth', parseNumber)
    .option('--sample <index>', 'the sample of that 0-based index', parseInteger)
    .option('--trace <first[:count]>', 'traces in file order, from a 0-based one on', parseTraceRange)
    .option('--line <name or number>', 'a 2D line of the file (`crossline info` lists them), or --trace of it')
    .option(
      '--along <file>',
      'of a cube: along the 2D line of that file (--line where it holds several, --trace of it)',
    )
    .addOption(
      new Option('--interpolation <way>', 'with --along: the nearest trace of the cube, or between four')
        .choices(ALONG_INTERPOLATIONS)
        .default('bilinear' satisfies AlongInterpolation),
    )
    .option('--gather <[inline:]crossline>', 'all traces of one position of gathers', parseGather)
    .option('--offset <number>', 'of gathers: the traces of that offset', parseNumber)
    .option('--stack', 'of gathers: the mean of the live traces of each position')
    .requiredOption('--out <path>', 'where to write: .npy, .csv or .png', parseSliceOutput)
    .addOption(new Option('--colormap <name>', 'of a picture').choices(COLORMAP_NAMES).default(DEFAULT_COLORMAP))
    .addOption(
      new Option('--clip <percent>', 'of a picture: percentile of |amplitude| that gets the last colour')
        .argParser(parsePercent)
        .default(DEFAULT_CLIP_PERCENT),
    )
    .option('--timing', 'tell where the milliseconds went');
  addMappingOptions(command).action((file: string, options: SliceOptions) => runSlice(file, options, terminal));
}

async function runSlice(file: string, options: SliceOptions, terminal: Terminal): Promise<void> {
  const { inline, crossline, time, depth, sample, trace, gather, line, along, out } = options;
  const planeOptions: PlaneOptions = { inline, crossline, time, depth, sample, trace, gather, line, along };
  requireOnePlane(planeOptions);
  const overrides = await overridesOf(options, terminal);
  await withScannedSurvey(
    resolveSurveyPath(file, terminal),
    terminal,
    overrides,
    async ({ info, calls, openBeside }) => {
      const plane =
        along === undefined
          ? withSelection(planeOf(planeOptions, info), options, info)
          : alongPlane(options, await openBeside(resolveSurveyPath(along, terminal)));
      const request = { requestId: 1, surveyId: info.id, plane, decimation: NO_DECIMATION, stream: 'slice' };
      const reply = await calls.readSlice(request);
      await writeAtomically(
        resolve(terminal.workingFolder, out.path),
        await encodeSlice(out.extension, reply, info, options, calls),
      );
      if (options.timing === true) terminal.writeOut(timingText(reply.timing));
    },
  );
}
