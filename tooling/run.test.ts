import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';

const runUrl = JSON.stringify(new URL('./run.mjs', import.meta.url).href);

/** A shell that runs a script that runs a Node, whose process id is told. */
async function startNested(): Promise<{ readonly shell: ReturnType<typeof spawn>; readonly innermost: number }> {
  const inner = 'console.log(process.pid); setInterval(() => {}, 1000);';
  const script = `import(${runUrl}).then(({ runNode }) => runNode(['-e', ${JSON.stringify(inner)}]))`;
  // As npm does it: the shell waits for the script, and is what a signal reaches.
  const shell = spawn('sh', ['-c', '"$0" -e "$1"; true', process.execPath, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  const [text] = (await once(shell.stdout, 'data')) as [Buffer];
  return { shell, innermost: Number.parseInt(text.toString(), 10) };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
  'ends what it runs when %s ends the shell that started it (skipped on Windows, which does not tell)',
  async (signal) => {
    const { shell, innermost } = await startNested();
    expect(isAlive(innermost)).toBe(true);
    shell.kill(signal);
    await vi.waitFor(() => expect(isAlive(innermost)).toBe(false), { timeout: 10_000, interval: 100 });
  },
);
