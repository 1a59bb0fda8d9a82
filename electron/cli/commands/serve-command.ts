import { once } from 'node:events';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { CrosslineError } from '../../../shared/errors.ts';
import { serve } from '../../serve/serve.ts';
import { VERSION } from '../../version.ts';
import { keptSample } from '../kept-sample.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { openBrowser } from '../open-browser.ts';
import { parsePort } from '../slice/option-parsers.ts';
import { resolveSurveyPath } from '../survey-path.ts';
import type { Terminal } from '../terminal.ts';

interface ServeOptions extends MappingOptions {
  readonly port: number;
  readonly root: readonly string[];
  readonly open?: true;
  readonly sample?: true;
  readonly synthetic?: true;
}

export function addServeCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('serve')
    .description('Show surveys in a browser, on this machine or through a tunnel')
    .argument('[files...]', 'survey files to open, and folders of them to list')
    .addOption(
      new Option('--port <number>', 'to listen on at 127.0.0.1').argParser(parsePort).default(0, 'any free one'),
    )
    .addOption(
      new Option('--root <folder>', 'whose files may be opened too; can be given again')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--open', "open the system's browser")
    .option('--sample', 'open the small sample survey, written once')
    .option('--synthetic', 'allow synthetic surveys, for demonstrations and tests');
  addMappingOptions(command).action((files: string[], options: ServeOptions) => runServe(files, options, terminal));
}

const collect = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Serves until the user presses Ctrl-C or the process is told to end. */
async function runServe(files: readonly string[], options: ServeOptions, terminal: Terminal): Promise<void> {
  const overrides = await overridesOf(options, terminal);
  const sample = options.sample === true ? [(await keptSample('small', terminal)).cubePath] : [];
  const named = files.map((file) => resolveSurveyPath(file, terminal));
  if (overrides !== null && named.some(isFolder)) {
    throw new CrosslineError({
      code: 'usage',
      detail: 'The options of a mapping take files; a folder is listed as it is',
    });
  }
  const handle = await serve({
    port: options.port,
    // What lies in a folder that is named may be opened, and the sample's lines lie beside its cube.
    roots: [
      ...options.root.map((folder) => resolve(terminal.workingFolder, folder)),
      ...named.filter(isFolder),
      ...sample.map((path) => dirname(path)),
    ],
    requested: [...named.map((path) => ({ path, overrides })), ...sample.map((path) => ({ path, overrides: null }))],
    allowSynthetic: options.synthetic === true,
    version: VERSION,
    log: (line) => terminal.writeError(`${line}\n`),
  });
  try {
    if (handle.readerNotice !== null) terminal.writeError(`${handle.readerNotice}\n`);
    terminal.writeOut(`Crossline is at ${handle.address}\nPress Ctrl-C to end it.\n`);
    if (options.open === true) await openBrowser(handle.address, terminal);
    if (!terminal.interrupted.aborted) await once(terminal.interrupted, 'abort');
  } finally {
    await handle.close();
  }
}
