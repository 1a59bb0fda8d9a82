import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { childrenOf, watchPeakMemory } from './peak-memory.ts';

const MEGABYTES_64 = 64 * 2 ** 20;

describe.skipIf(!existsSync(`/proc/self/task/${process.pid}/children`))(
  'watchPeakMemory (skipped where proc(5) is missing)',
  () => {
    it('sees what a child process held, and leaves out those that are not ours', async () => {
      const script = `globalThis.held = Buffer.alloc(${MEGABYTES_64}, 1); console.log('held'); process.stdin.resume()`;
      const child = spawn(process.execPath, ['-e', script]);
      await once(child.stdout, 'data');
      expect(childrenOf(process.pid)).toContain(child.pid);
      const withChild = watchPeakMemory().stop()!;
      const withoutChild = watchPeakMemory((pid) => pid !== child.pid).stop()!;
      child.kill();
      await once(child, 'exit');
      expect(withChild - withoutChild).toBeGreaterThan(MEGABYTES_64);
    });
  },
);
