import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeer } from './peer-process.ts';
import { findPython } from './peer-python.ts';
import { peerScript } from './peer-script.ts';

const { python } = await findPython(['json'], process.env);

const ECHO = `
import json, sys
print(json.dumps({"name": "echo " + sys.argv[1]}))
for line in sys.stdin:
    request = json.loads(line)
    if request["case"] == "break":
        sys.exit("it is broken")
    print(json.dumps({"ms": request["arguments"]}))
`;

describe.skipIf(python === null)('startPeer (skipped where there is no Python)', () => {
  let folder: string;
  let script: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crossline-peer-'));
    script = join(folder, 'echo.py');
    writeFileSync(script, ECHO);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers round after round, and ends when it is closed', async () => {
    const peer = await startPeer(python!, script, ['mapped']);
    expect(peer.name).toBe('echo mapped');
    expect(await peer.timeCalls('inline', [1, 2])).toEqual([1, 2]);
    expect(await peer.timeCalls('inline', [3])).toEqual([3]);
    await peer.close();
    expect(() => process.kill(peer.pid, 0)).toThrow('ESRCH');
  });

  it('passes on the last words of a peer that fails', async () => {
    const peer = await startPeer(python!, script, ['mapped']);
    await expect(peer.timeCalls('break', [1])).rejects.toMatchObject({
      fault: { code: 'job-failed', detail: 'it is broken' },
    });
    await peer.close();
  });

  it('says so where the program cannot be started', async () => {
    await expect(startPeer(join(folder, 'no-python'), script, [])).rejects.toThrow();
  });
});

it('finds the scripts of its peers', () => {
  expect(peerScript('segyio_read.py')).toMatch(/electron.bench.peers.segyio_read\.py$/);
  expect(() => peerScript('nothing.py')).toThrow('nothing.py');
});
