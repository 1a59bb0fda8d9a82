import type { Command } from 'commander';
import { surveyJson } from '../info/survey-json.ts';
import { surveyText } from '../info/survey-text.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { resolveSurveyPath } from '../survey-path.ts';
import type { Terminal } from '../terminal.ts';
import { withScannedSurvey } from '../scanned-survey.ts';

interface InfoOptions extends MappingOptions {
  readonly json?: true;
}

export function addInfoCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('info')
    .description('Tell what a survey file holds, after reading all its trace headers')
    .argument('<file>', 'SEG-Y file')
    .option('--json', 'print JSON, for scripts');
  addMappingOptions(command).action(async (file: string, options: InfoOptions) => {
    const overrides = await overridesOf(options, terminal);
    const text = await withScannedSurvey(resolveSurveyPath(file, terminal), terminal, overrides, ({ info }) =>
      Promise.resolve(options.json === true ? `${JSON.stringify(surveyJson(info), null, 2)}\n` : surveyText(info)),
    );
    terminal.writeOut(text);
  });
}
