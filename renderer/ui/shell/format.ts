/** Figures as the page writes them. */

/** Four significant digits, exponents only where they are shorter; a true minus sign. */
export function formatAmplitude(amplitude: number): string {
  if (amplitude === 0) return '0';
  if (!Number.isFinite(amplitude)) return amplitude > 0 ? '∞' : '−∞';
  const magnitude = Math.abs(amplitude);
  const text =
    magnitude >= 1e6 || magnitude < 1e-3
      ? magnitude.toExponential(3).replace('e+', 'e').replace('-', '−')
      : String(Number(magnitude.toPrecision(4)));
  return amplitude < 0 ? `−${text}` : text;
}

/** A stored value with all its digits, as `readExactSample` tells it, in the page's signs. */
export const formatStored = (stored: string): string =>
  stored.replace('Infinity', '∞').replace('e+', 'e').replaceAll('-', '−');

/** Milliseconds with two digits that matter. */
export function formatMs(ms: number): string {
  if (ms >= 100) return ms.toFixed(0);
  return ms >= 10 ? ms.toFixed(1) : ms.toFixed(2);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as disks are sold and segment sizes are quoted. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit]!}`;
}

/** A time that is waited for: "under 1 s", "12 s", "3 min", "2 h 5 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return 'under 1 s';
  if (seconds < 59.5) return `${seconds.toFixed(0)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Thousands apart by thin spaces. */
export const formatCount = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, '\u2009');

/** A count with its noun, whose plural is regular. */
export const countOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The last part of a path. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
