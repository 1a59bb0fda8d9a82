/** Sample intervals that the text header names: "SAMPLE INTERVAL: 4 MS", "SAMPLE RATE 2000 us", "Sampling=2 msec". */

const NAMED =
  /\bsampl(?:e|ing)[ _-]*(?:interval|rate|period|int\.?)?\s*(?:is\s+)?[:=(]?\s*(\d{1,6}(?:\.\d{1,4})?)\s*(ms|msecs?|milli-?seconds?|us|usecs?|\u00b5s|micro-?seconds?)\b/gi;

/** Microseconds; empty where the text names none, or several. */
export function intervalsFromText(lines: readonly string[]): number[] {
  const found = new Set<number>();
  for (const line of lines) {
    for (const [, number, unit] of line.matchAll(NAMED)) {
      const us = Number(number) * (/^m(?!icro)/i.test(unit!) ? 1000 : 1);
      if (us > 0) found.add(us);
    }
  }
  return found.size === 1 ? [...found] : [];
}
