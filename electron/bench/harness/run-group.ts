import type { BenchGroup } from './bench-group.ts';
import type { CaseResult } from './bench-case.ts';
import { measureCase } from './measure-case.ts';
import { watchPeakMemory } from './peak-memory.ts';
import { startPeer } from './peer-process.ts';
import type { PeerProcess } from './peer-process.ts';
import { findPython, missingPeerText } from './peer-python.ts';
import { peerScript } from './peer-script.ts';
import { createRandom } from './seeded-random.ts';

export interface RunOptions {
  /** See `GroupContext`. */
  readonly file: string;
  readonly withPeers: boolean;
  readonly seed: number;
  readonly secondsPerCase: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** One line for the user, e.g. which case is being measured. */
  report(line: string): void;
}

export interface GroupResult {
  readonly results: readonly CaseResult[];
  /** Null where none ran. */
  readonly peer: string | null;
  readonly notes: readonly string[];
  /** Of our processes, without the peer's; null where the system does not tell. */
  readonly peakBytes: number | null;
}

export async function runGroup(group: BenchGroup, options: RunOptions): Promise<GroupResult> {
  const peer = options.withPeers ? await startPeerOf(group, options) : null;
  const memory = watchPeakMemory((pid) => pid !== peer?.pid);
  try {
    const prepared = await group.prepare({ file: options.file, peer, signal: options.signal });
    try {
      const results: CaseResult[] = [];
      for (const benchCase of prepared.cases) {
        options.report(`Measuring ${group.name}: ${benchCase.name} …`);
        // Seeded anew, so that a case draws the same whether or not others ran before it.
        const random = createRandom(options.seed);
        results.push(await measureCase(benchCase, { ...options, random }));
      }
      return { results, peer: peer?.name ?? null, notes: prepared.notes(), peakBytes: memory.stop() };
    } finally {
      await prepared.close();
    }
  } finally {
    memory.stop();
    await peer?.close();
  }
}

async function startPeerOf({ peer }: BenchGroup, options: RunOptions): Promise<PeerProcess | null> {
  if (peer === null) return null;
  const { python, tried } = await findPython(peer.imports ?? peer.modules, options.environment);
  if (python !== null) return await startPeer(python, peerScript(peer.script), [options.file]);
  options.report(missingPeerText(peer.modules, tried));
  return null;
}
