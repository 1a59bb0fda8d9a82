/** Headers of real files as segyio reads them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPython } from '../../bench/harness/peer-python.ts';
import { STANDARD_TRACE_WORDS } from '../../../shared/headers/trace-words.ts';
import { createCollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { runCommandLine } from '../run-command-line.ts';
import type { WordJson } from './word-list.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const { python } = await findPython(['segyio'], process.env);
const isHere = python !== null && existsSync(DATA);

const FILES = [
  'segyio/f3.sgy',
  'segyio/f3-lsb.sgy',
  'segyio/small-ps.sgy',
  'segysak/volve10-migvel-depth-sub3d.sgy',
  'segysak/volve10r12-full-twt-arb.sgy',
];

/** segyio 1 has the words of rev 1: no name in the last 8 bytes, and the direction in bytes 219-224 as one of six bytes. */
const COLUMNS = STANDARD_TRACE_WORDS.filter(({ byte }) => byte < 219 || (byte > 224 && byte < 233));
const READ = `
import json, sys, segyio
path, endian, trace = sys.argv[1], sys.argv[2], int(sys.argv[3])
with segyio.open(path, endian=endian, ignore_geometry=True) as f:
    fields = [int(field) for field in sys.argv[4].split(",")]
    headers = [{int(key): value for key, value in header.items()} for header in f.header[:]]
    columns = {field: [header[field] for header in headers] for field in fields}
    header = {int(key): value for key, value in f.header[trace].items()}
    text = bytes(f.text[0]).decode("ascii", "replace")
    binary = {int(key): value for key, value in f.bin.items()}
print(json.dumps({"columns": columns, "header": header, "text": text, "binary": binary}))
`;

interface Peer {
  readonly columns: Readonly<Record<number, readonly number[]>>;
  readonly header: Readonly<Record<number, number>>;
  readonly text: string;
  readonly binary: Readonly<Record<number, number>>;
}

describe.skipIf(!isHere)('headers of real files (skipped without ../shared/data or a Python with segyio)', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'crossline-headers-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const printed = async (...words: string[]): Promise<string> => {
    const terminal = createCollectingTerminal(folder);
    expect(await runCommandLine(['headers', ...words], terminal), terminal.errors()).toBe(0);
    return terminal.out();
  };

  it.each(FILES)('%s: segyio reads the same in every trace', async (name) => {
    const path = join(DATA, name);
    const endian = name.includes('lsb') ? 'little' : 'big';
    const fields = COLUMNS.map(({ byte }) => byte);
    const output = execFileSync(python!, ['-c', READ, path, endian, '4', fields.join(',')], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const peer = JSON.parse(output) as Peer;

    await printed(path, '--columns', COLUMNS.map((word) => word.name).join(','), '--out', 'all.csv');
    const lines = readFileSync(join(folder, 'all.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const cells = lines.map((line) => line.split(',').map(Number));
    for (const [index, { byte, name: word, type }] of COLUMNS.entries()) {
      // segyio 1 reads bytes 115-116 signed, and its `attributes` short words of little-endian files wrongly.
      const expected = peer.columns[byte]!.map((value) => (type === 'uint16' ? value & 0xffff : value));
      expect(
        cells.map((row) => row[index + 1]),
        word,
      ).toEqual(expected);
    }

    const trace = JSON.parse(await printed(path, '--trace', '5', '--json')) as WordJson[];
    for (const { byte, value, type } of trace) {
      const expected = peer.header[byte];
      if (expected === undefined || !COLUMNS.some((word) => word.byte === byte)) continue;
      expect(value, String(byte)).toBe(type === 'uint16' ? expected & 0xffff : expected);
    }
    const binary = JSON.parse(await printed(path, '--binary', '--json')) as WordJson[];
    const both = binary.filter(({ byte }) => byte < 3261 && peer.binary[byte] !== undefined);
    expect(both.length).toBeGreaterThan(20);
    for (const { byte, value, type } of both) {
      expect(value, String(byte)).toBe(type === 'uint16' ? peer.binary[byte]! & 0xffff : peer.binary[byte]);
    }
  });
});
