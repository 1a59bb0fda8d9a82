/** Whether the vertical axis is time or depth. No header word of SEG-Y says so. */
import type { Domain } from '../../../shared/axes.ts';
import type { Finding } from '../../../shared/survey.ts';
import { note } from './finding.ts';

export interface VerticalDomain {
  readonly domain: Domain;
  readonly findings: readonly Finding[];
}

/** What a text header says of its own axis on purpose: "VERTICAL AXIS: TWO-WAY TIME", "DOMAIN: DEPTH", "TWT". */
const SAYS_TIME = [
  /\b(?:vertical|z|sample)?[ -]*(?:axis|domain|unit)s?\b\s*[:=(]?\s*(?:is\s+)?(?:two[ -]?way[ -]?)?time\b/i,
  /\btwo[ -]?way[ -]?(?:travel[ -]?)?time\b/i,
  /\bTWT\b/i,
];
const SAYS_DEPTH = [
  /\b(?:vertical|z|sample)?[ -]*(?:axis|domain|unit)s?\b\s*[:=(]?\s*(?:is\s+)?depth\b/i,
  /\bTVD(?:SS)?\b/i,
];

const UNKNOWN = {
  assumed: 'Neither; values are shown as they are stored, without a unit.',
  effect: 'Only names and units change: milliseconds or metres. The same samples are shown.',
  remedies: [
    { label: 'Time', overrides: { domain: 'time' } },
    { label: 'Depth', overrides: { domain: 'depth' } },
  ],
} as const;

/**
 * The text header decides where it names the axis as time or as depth and not both. Everything else is no evidence:
 * exporters label ranges "Time min" in depth files (a Volve velocity cube does), "PSDM" data are often stretched to time,
 * and an interval of 4000 may be 4 ms or 4 m.
 */
export function findVerticalDomain(textLines: readonly string[]): VerticalDomain {
  const text = textLines.join('\n');
  const saysTime = SAYS_TIME.some((pattern) => pattern.test(text));
  const saysDepth = SAYS_DEPTH.some((pattern) => pattern.test(text));
  if (saysTime !== saysDepth) return { domain: saysTime ? 'time' : 'depth', findings: [] };
  const why = saysTime ? 'The text header names both time and depth' : 'No header says';
  const message = `${why}, so whether the vertical axis is time or depth is unknown.`;
  return { domain: 'unknown', findings: [note('domain-unknown', message, UNKNOWN)] };
}
