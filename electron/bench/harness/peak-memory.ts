/**
 * Peak memory of this process and its descendants: RssAnon + RssShmem of proc(5), since plain RSS would count the pages of
 * mapped survey files, which cost nothing. Linux only.
 */
import { readFileSync, readdirSync } from 'node:fs';

const SAMPLE_EVERY_MS = 50;

export interface PeakMemory {
  /** Ends the sampling; bytes, or null where the system does not tell. */
  stop(): number | null;
}

/** `isOurs` leaves out processes that are not to be counted, such as a benchmark's peer. */
export function watchPeakMemory(isOurs: (pid: number) => boolean = () => true): PeakMemory {
  let peak: number | null = null;
  const sample = (): void => {
    const bytes = treeBytes(process.pid, isOurs);
    if (bytes !== null) peak = Math.max(peak ?? 0, bytes);
  };
  sample();
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      sample();
      return peak;
    },
  };
}

/** Null where the process is gone, or the system has no such files. */
function treeBytes(pid: number, isOurs: (pid: number) => boolean): number | null {
  const own = privateBytes(pid);
  if (own === null) return null;
  return childrenOf(pid)
    .filter(isOurs)
    .reduce((sum, child) => sum + (treeBytes(child, isOurs) ?? 0), own);
}

export function privateBytes(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const kilobytes = (field: string): number =>
      Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
    return (kilobytes('RssAnon') + kilobytes('RssShmem')) * 1024;
  } catch {
    return null;
  }
}

/** Children belong to the thread that started them. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}
