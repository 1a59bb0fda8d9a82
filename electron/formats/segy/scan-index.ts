/** Keeps scan results between openings. */
import type { ScanResult } from './scan-result.ts';

export interface IndexStore {
  /** The result kept for this file; null where there is none for its present size and time of change. */
  load(path: string, fileBytes: number, modifiedMs: number): Promise<ScanResult | null>;
  keep(path: string, result: ScanResult): Promise<void>;
}
