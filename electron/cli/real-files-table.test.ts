import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import {
  areRealFilesMissing,
  readExpectedSegy,
  REAL_FILES_FOLDER,
  realFilesNote,
} from '../formats/segy/test-real-files.ts';
import { createCollectingTerminal } from './fixtures/collecting-terminal.ts';
import type { FolderFileJson } from './info/folder-json.ts';
import { runCommandLine } from './run-command-line.ts';

it.skipIf(areRealFilesMissing)(`prints what every real file opens as${realFilesNote}`, async () => {
  const terminal = createCollectingTerminal(tmpdir());
  expect(await runCommandLine(['info', REAL_FILES_FOLDER], terminal)).toBe(0);
  const table = terminal.out();
  process.stdout.write(`\n${table}\n`);

  const json = createCollectingTerminal(tmpdir());
  expect(await runCommandLine(['info', REAL_FILES_FOLDER, '--json'], json)).toBe(0);
  const files = JSON.parse(json.out()) as FolderFileJson[];
  const opened = new Map(files.map(({ name, survey }) => [name, survey]));
  for (const path of readExpectedSegy().keys()) {
    expect(opened.get(path), path).not.toBeNull();
    expect(table).toContain(path);
  }
});
