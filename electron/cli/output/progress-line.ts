import { bytesText } from '../../bench/harness/bytes-text.ts';
import type { Terminal } from '../terminal.ts';

/** Often enough to look alive, seldom enough to cost nothing. */
const REDRAW_EVERY_MS = 100;

type ProgressUnit = 'bytes' | 'traces' | 'files' | 'crossings';

export interface ProgressLine {
  update(done: number, total: number): void;
  /** Removes the line. */
  clear(): void;
}

/** One line on stderr that is drawn over itself; draws nothing where stderr is not a terminal. */
export function createProgressLine(terminal: Terminal, label: string, unit: ProgressUnit): ProgressLine {
  const started = performance.now();
  let drawnAt = -Infinity;
  let width = 0;
  const draw = (text: string): void => {
    terminal.writeError(`\r${text.padEnd(width)}`);
    width = text.length;
  };
  return {
    update(done, total) {
      const now = performance.now();
      if (!terminal.isErrorInteractive || (done < total && now - drawnAt < REDRAW_EVERY_MS)) return;
      drawnAt = now;
      draw(`${label}: ${progressText(done, total, (now - started) / 1000, unit)}`);
    },
    clear() {
      if (width === 0) return;
      draw('');
      terminal.writeError('\r');
      width = 0;
    },
  };
}

/** E.g. "42% of 848 MB, 310 MB/s". */
export function progressText(done: number, total: number, seconds: number, unit: ProgressUnit): string {
  const amount = (value: number): string => (unit === 'bytes' ? bytesText(value) : `${Math.round(value)} ${unit}`);
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const speed = seconds > 0 ? `, ${amount(done / seconds)}/s` : '';
  return `${percent}% of ${amount(total)}${speed}`;
}
