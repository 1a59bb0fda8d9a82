import { resolve } from 'node:path';
import type { Command } from 'commander';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { EngineCalls } from '../../../shared/contract.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { VERSION } from '../../version.ts';
import { addMappingOptions, overridesOf, type MappingOptions } from '../mapping/mapping-options.ts';
import { proposalsJson } from '../mapping/proposals-json.ts';
import { proposalsText } from '../mapping/proposals-text.ts';
import { writeAtomically } from '../output/write-atomically.ts';
import { resolveSurveyPath } from '../survey-path.ts';
import type { Terminal } from '../terminal.ts';

interface MappingCommandOptions extends MappingOptions {
  readonly json?: true;
  readonly save?: string;
}

export function addMappingCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('mapping')
    .description(
      'Tell the ways to read a SEG-Y file, best first, and why; with mapping options, the file read so comes first',
    )
    .argument('<file>', 'SEG-Y file')
    .option('--json', 'print JSON, for scripts')
    .option('--save <file>', 'write the first as JSON that --mapping reads');
  addMappingOptions(command).action((file: string, options: MappingCommandOptions) =>
    runMapping(resolveSurveyPath(file, terminal), options, terminal),
  );
}

async function runMapping(path: string, options: MappingCommandOptions, terminal: Terminal): Promise<void> {
  const overrides = await overridesOf(options, terminal);
  const engine = createEngine({ host: 'browser', version: VERSION, launcher: null });
  try {
    const { calls } = engine.attachLocal();
    const given = overrides === null ? [] : [await givenProposal(calls, path, overrides)];
    const proposals = [...given, ...(await calls.proposeMappings(path))];
    if (options.save !== undefined) {
      const mapping = overridesToJson(proposals[0]!.mapping);
      const target = resolve(terminal.workingFolder, options.save);
      await writeAtomically(target, [`${JSON.stringify(mapping, null, 2)}\n`]);
    }
    terminal.writeOut(
      options.json === true ? `${JSON.stringify(proposalsJson(proposals), null, 2)}\n` : proposalsText(path, proposals),
    );
  } finally {
    await engine.close();
  }
}

/** The file read as the options say. Nobody scored it: the user is right. */
async function givenProposal(calls: EngineCalls, path: string, overrides: MappingOverrides): Promise<MappingProposal> {
  const { info } = await calls.previewMapping(path, overrides);
  const { mapping, preset, reasons } = info.mapping!;
  const { kind, traceCount, inline, crossline } = info;
  return { overrides, mapping, preset, score: 1, reasons, kind, traceCount, inline, crossline, acceptedFor: null };
}
