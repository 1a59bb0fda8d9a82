/** HDF5 files read by real child processes: warm ones, and ones that die or hang. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as h5 from 'h5wasm/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createReader } from '../native/open-reader.ts';
import { bundleForTest } from './bundle-for-test.ts';
import { createForkLauncher } from './fork-launcher.ts';
import { createHdf5Readers, type Hdf5Readers } from './hdf5-readers.ts';
import type { LaunchedProcess, ProcessLauncher } from './process-launcher.ts';

let bundle: string;
let folder: string;
let path: string;
let readers: Hdf5Readers | null = null;

beforeAll(async () => {
  bundle = await bundleForTest(new URL('./job-process.ts', import.meta.url));
  folder = await mkdtemp(join(tmpdir(), 'crossline-hdf5-'));
  path = join(folder, 'a.h5');
  await h5.ready;
  const file = new h5.File(path, 'w');
  const data = Float32Array.from({ length: 4 * 5 * 6 }, (_, i) => i);
  file.create_dataset({ name: 'v', data, shape: [4, 5, 6], dtype: '<f', chunks: [2, 5, 3] });
  file.close();
}, 60_000);

afterEach(async () => {
  await readers?.close();
  readers = null;
});

afterAll(async () => {
  await rm(dirname(bundle), { recursive: true });
  await rm(folder, { recursive: true });
});

const LIMITS = { describeMs: 20_000, readMs: 20_000, lingerMs: 20_000 };

/** Also keeps what it launched, so that a test can end it from outside. */
function startReaders(limits = LIMITS): { readers: Hdf5Readers; launched: LaunchedProcess[] } {
  const launched: LaunchedProcess[] = [];
  const launcher = createForkLauncher(bundle);
  const keeping: ProcessLauncher = {
    isSeparate: true,
    launch: (name) => {
      const process = launcher.launch(name);
      launched.push(process);
      return process;
    },
  };
  readers = createHdf5Readers(keeping, createReader(), limits);
  return { readers, launched };
}

/** Takes messages and answers none. */
const hanging: ProcessLauncher = {
  isSeparate: true,
  launch: () => {
    const listeners: ((exit: { exitCode: null; signal: string }) => void)[] = [];
    return {
      send: () => undefined,
      onMessage: () => undefined,
      onExit: (listener) => void listeners.push(listener),
      kill: () => listeners.splice(0).forEach((listener) => listener({ exitCode: null, signal: 'SIGKILL' })),
    };
  },
};

const plane = {
  format: 5,
  byteOrder: 'little',
  offset: 0,
  rows: 5,
  rowStrideBytes: 24,
  columns: 6,
  columnStrideBytes: 4,
} as const;

describe('HDF5 readers', () => {
  it('describe and decode in one warm process, which ends with them', async () => {
    const { readers, launched } = startReaders();
    const { nodes } = await readers.outline(path);
    expect(nodes.map((node) => node.path)).toEqual(['/', '/v']);
    const { inline } = await readers.describe(path, { dataset: '/v' });
    expect(inline.count).toBe(4);
    const dataset = await readers.openDataset(path, '/v');
    const into = new Float32Array(30);
    await dataset.gatherGrid(plane, into, null);
    expect([...into]).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(launched).toHaveLength(1);
    const gone = new Promise((resolve) => launched[0]!.onExit(resolve));
    await dataset.close();
    await readers.close();
    await gone;
  });

  it('tell a typed fault where the process dies while it describes, and go on with another', async () => {
    const { readers, launched } = startReaders();
    const outline = readers.outline(path);
    launched[0]!.kill();
    await expect(outline).rejects.toMatchObject({
      fault: { code: 'not-hdf5', reason: expect.stringContaining('SIGKILL') as string },
    });
    expect((await readers.outline(path)).nodes).toHaveLength(2);
    expect(launched).toHaveLength(2);
  });

  it('fail the reads of a process that died, and open the file again', async () => {
    const { readers, launched } = startReaders();
    const dataset = await readers.openDataset(path, '/v');
    launched[0]!.kill();
    const into = new Float32Array(30);
    await expect(dataset.gatherGrid(plane, into, null)).rejects.toMatchObject({ fault: { code: 'file-changed' } });
    await dataset.close();
    const again = await readers.openDataset(path, '/v');
    await again.gatherGrid(plane, into, null);
    expect(into[29]).toBe(29);
    await again.close();
  });

  it('end what does not answer in time', async () => {
    const hung = createHdf5Readers(hanging, createReader(), { describeMs: 50, readMs: 50, lingerMs: 50 });
    await expect(hung.outline(path)).rejects.toMatchObject({
      fault: { code: 'not-hdf5', reason: 'its structure could not be read in 0.05 s' },
    });
    await expect(hung.openDataset(path, '/v')).rejects.toMatchObject({ fault: { code: 'file-changed' } });
  });

  it('tell faults of the file as they are', async () => {
    const { readers } = startReaders();
    const broken = join(folder, 'broken.h5');
    await writeFile(broken, Uint8Array.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 2, 8, 8, 0]));
    await expect(readers.describe(broken, {})).rejects.toMatchObject({ fault: { code: 'not-hdf5' } });
    await expect(readers.describe(join(folder, 'none.h5'), {})).rejects.toMatchObject({
      fault: { code: 'file-not-found' },
    });
    await expect(readers.openDataset(path, '/none')).rejects.toMatchObject({ fault: { code: 'not-hdf5' } });
    await expect(readers.describe(path, {})).rejects.toMatchObject({
      fault: { code: 'choose-dataset', datasets: ['/v'] },
    });
  });
});
