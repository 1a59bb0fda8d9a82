import type { Command } from 'commander';
import { surveyJson } from '../info/survey-json.ts';
import { surveyText } from '../info/survey-text.ts';
import { resolveSurveyPath } from '../survey-path.ts';
import type { Terminal } from '../terminal.ts';
import { withScannedSurvey } from '../scanned-survey.ts';

export function addInfoCommand(program: Command, terminal: Terminal): void {
  program
    .command('info')
    .description('Tell what a survey file holds, after reading all its trace headers')
    .argument('<file>', 'SEG-Y file')
    .option('--json', 'print JSON, for scripts')
    .action(async (file: string, options: { json?: true }) => {
      const text = await withScannedSurvey(resolveSurveyPath(file, terminal), terminal, ({ info }) =>
        Promise.resolve(options.json === true ? `${JSON.stringify(surveyJson(info), null, 2)}\n` : surveyText(info)),
      );
      terminal.writeOut(text);
    });
}
