import type { Command } from 'commander';
import { healthJson } from '../../../shared/health/health-json.ts';
import { healthReport } from '../../../shared/health/health-report.ts';
import { healthText } from '../../../shared/health/health-text.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
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
    .description('Tell what a survey file holds, after reading all its trace headers')
    .argument('<file>', 'SEG-Y file')
    .option('--json', 'print JSON, for scripts')
    .option('--health', 'print what is the matter with the file, what was assumed and how to read it otherwise');
  addMappingOptions(command).action(async (file: string, options: InfoOptions) => {
    const overrides = await overridesOf(options, terminal);
    const text = await withScannedSurvey(resolveSurveyPath(file, terminal), terminal, overrides, ({ info }) =>
      Promise.resolve(infoText(info, options)),
    );
    terminal.writeOut(text);
  });
}
