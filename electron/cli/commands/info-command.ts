import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { CrosslineError } from '../../../shared/errors.ts';
import { healthJson } from '../../../shared/health/health-json.ts';
import { healthReport } from '../../../shared/health/health-report.ts';
import { healthText } from '../../../shared/health/health-text.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { examinedFolder } from '../info/examined-folder.ts';
import { folderJson } from '../info/folder-json.ts';
import { folderText } from '../info/folder-text.ts';
import { isHdf5 } from '../../formats/hdf5/source/open-cube.ts';
import { isSyntheticPath } from '../../formats/synthetic/synthetic-options.ts';
import { createReader } from '../../native/open-reader.ts';
import { examinedHdf5 } from '../info/examined-hdf5.ts';
import { hdf5Json } from '../info/hdf5-json.ts';
import { hdf5Text } from '../info/hdf5-text.ts';
import { surveyJson } from '../info/survey-json.ts';
import { surveyText } from '../info/survey-text.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { resolveSurveyPath } from '../survey-path.ts';
import type { Terminal } from '../terminal.ts';
import { withScannedSurvey } from '../scanned-survey.ts';

interface InfoOptions extends MappingOptions {
  readonly json?: true;
  readonly health?: true;
}

function infoText(info: SurveyInfo, { json, health }: InfoOptions): string {
  if (json !== true) return health === true ? healthText(healthReport(info)) : surveyText(info);
  return `${JSON.stringify(health === true ? healthJson(healthReport(info)) : surveyJson(info), null, 2)}\n`;
}

export function addInfoCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('info')
    .description('Tell what a survey file holds, after reading all its trace headers, or what each file of a folder is')
    .argument('<file>', 'survey file, or a folder of them')
    .option('--json', 'print JSON, for scripts')
    .option('--health', 'print what is the matter with the file, what was assumed and how to read it otherwise');
  addMappingOptions(command).action(async (file: string, options: InfoOptions) => {
    const overrides = await overridesOf(options, terminal);
    const path = resolveSurveyPath(file, terminal);
    const text = (await isFolder(path))
      ? await folderInfo(path, options, overrides, terminal)
      : (await isHdf5File(path)) && options.health !== true
        ? await hdf5Info(path, options, overrides, terminal)
        : await withScannedSurvey(path, terminal, overrides, ({ info }) => Promise.resolve(infoText(info, options)));
    terminal.writeOut(text);
  });
}

/** What cannot be opened is told by opening it. */
async function isHdf5File(path: string): Promise<boolean> {
  return !isSyntheticPath(path) && (await isHdf5(path, createReader()).catch(() => false));
}

/** All that the file holds, also where it does not say which of it is a survey. */
async function hdf5Info(
  path: string,
  { json }: InfoOptions,
  overrides: MappingOverrides | null,
  terminal: Terminal,
): Promise<string> {
  const { survey, fault, outline } = await examinedHdf5(path, overrides, terminal);
  if (json === true) return `${JSON.stringify(hdf5Json(path, survey, fault, outline), null, 2)}\n`;
  return `${survey === null ? '' : `${surveyText(survey)}\n`}${hdf5Text(path, fault, outline)}`;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function folderInfo(
  path: string,
  { json, health }: InfoOptions,
  overrides: MappingOverrides | null,
  terminal: Terminal,
): Promise<string> {
  if (health === true || overrides !== null) {
    const detail = 'A folder is listed as it is; --health and the options of a mapping take one file';
    throw new CrosslineError({ code: 'usage', detail });
  }
  const examined = await examinedFolder(path, terminal);
  return json === true ? `${JSON.stringify(folderJson(examined.files), null, 2)}\n` : folderText(examined);
}
