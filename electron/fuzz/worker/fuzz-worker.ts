/** Entry of the process that runs cases, one after the other. Whatever ends it is a finding of its watchdog. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connectParent } from '../../jobs/parent-port.ts';
import { createReader } from '../../native/open-reader.ts';
import { drawCase, type Corpus } from '../cases/draw-case.ts';
import type { FuzzCase } from '../cases/fuzz-case.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import { createFuzzHosts } from './fuzz-hosts.ts';
import { runCase, writeCase, type CaseContext } from './run-case.ts';
import type { CaseChoice, FromWorker, ToWorker, WorkerSetup } from './worker-messages.ts';

const parent = connectParent();
let context: CaseContext | null = null;

const tell = (message: FromWorker): void => void parent.send(message);

function setUp({ files, folder, jobProcess }: WorkerSetup): CaseContext {
  const cases = join(folder, 'cases');
  mkdirSync(cases, { recursive: true });
  return { corpus: loadCorpus(files), hosts: createFuzzHosts(folder, jobProcess), folder: cases };
}

const chosen = (choice: CaseChoice, corpus: Corpus): FuzzCase =>
  'fuzzCase' in choice ? choice.fuzzCase : drawCase(choice.seed, choice.index, corpus);

async function answer(message: ToWorker): Promise<void> {
  if (message.type === 'set-up') {
    context = setUp(message.setup);
    tell({ type: 'ready', reader: createReader().kind });
    return;
  }
  if (context === null) throw new Error('The worker was not set up.');
  const { corpus } = context;
  switch (message.type) {
    case 'describe':
      tell({ type: 'case', fuzzCase: chosen(message.choice, corpus) });
      return;
    case 'write':
      await writeCase(message.path, message.fuzzCase, corpus);
      tell({ type: 'written' });
      return;
    case 'run':
      tell({ type: 'result', result: await runCase(chosen(message.choice, corpus), context) });
  }
}

parent.onClose(() => process.exit());
parent.onMessage((message) => void answer(message as ToWorker));
