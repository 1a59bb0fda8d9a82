import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type as systemName, version } from 'node:os';

/** What the figures were measured on. */
export interface Machine {
  readonly cpu: string;
  /** Logical cores. */
  readonly cores: number;
  readonly memoryGB: number;
  /** E.g. "Debian GNU/Linux 12 (bookworm)". */
  readonly os: string;
  /** E.g. "Linux 6.18.5". */
  readonly kernel: string;
  /** E.g. "v20.20.0". */
  readonly node: string;
}

export function describeMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGB: Math.round(totalmem() / 1e8) / 10,
    os: distributionName() ?? version(),
    kernel: `${systemName()} ${release()}`,
    node: process.version,
  };
}

export const machineText = ({ cpu, cores, memoryGB, os, kernel, node }: Machine): string =>
  `${cpu}, ${cores} cores, ${memoryGB} GB, ${os}, ${kernel}, Node ${node}`;

/** From os-release(5); null on other systems. */
function distributionName(): string | null {
  try {
    return /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}
