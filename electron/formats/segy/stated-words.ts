/** The words that a file itself says its geometry is in: by a header layout, or by rev 2's trace header extension. */
import type { GeometryPlaces, MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import type { TextHeader } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { note, warning } from './finding.ts';
import type { FirstTrace } from './first-trace.ts';
import { readPlace, STANDARD_PLACES } from './geometry-places.ts';
import { findLayoutText } from './layout-stanza/find-layout-text.ts';
import { layoutPlaces, type LayoutPlaces } from './layout-stanza/layout-places.ts';
import { parseLayout } from './layout-stanza/parse-layout.ts';
import { readProbesAt, type Probe } from './probes.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';

export interface StatedWords {
  /** Below the user's overrides, above the standard. */
  readonly words: MappingOverrides;
  readonly findings: readonly Finding[];
}

const NOTHING_STATED: StatedWords = { words: {}, findings: [] };

export async function findStatedWords(
  file: OpenFile,
  layout: TraceLayout,
  texts: readonly TextHeader[],
  { extension }: FirstTrace,
): Promise<StatedWords> {
  const text = findLayoutText(texts);
  const hasExtension = extension !== null && layout.headerBytes > TRACE_HEADER_BYTES;
  if (text === null && !hasExtension) return NOTHING_STATED;
  const parsed = text === null ? { entries: [] } : parseLayout(text.xml);
  const stated = 'reason' in parsed ? NO_PLACES : layoutPlaces(parsed.entries, layout.headerBytes);
  const own = Object.keys(stated.ifNonZero).length > 0 || !hasExtension ? stated.ifNonZero : EXTENSION_1_PLACES;
  const used = await nonZeroPlaces(file, layout, own);
  const hasCoordinates = used.x !== undefined;
  const isUnscaled = hasCoordinates || !stated.areScaled;
  return {
    words: { ...stated.places, ...used, ...(isUnscaled ? { scalarValue: 1 } : {}) },
    findings: [
      ...('reason' in parsed ? [layoutUnreadable(text!.name, parsed.reason)] : []),
      ...(text === null || 'reason' in parsed ? [] : [layoutRead(text.name, stated)]),
      ...(Object.keys(used).length > 0 ? [extensionUsed(used)] : []),
    ],
  };
}

const NO_PLACES: LayoutPlaces = { places: {}, ifNonZero: {}, areScaled: true, ignored: [] };

/** Trace header extension 1 (rev 2.1, table 4): doubles of whole metres or degrees, and 64-bit numbers. */
const EXTENSION_1_PLACES: Partial<GeometryPlaces> = {
  x: { byte: 401, type: 'float64' },
  y: { byte: 409, type: 'float64' },
  cdp: { byte: 265, type: 'int64' },
  offset: { byte: 369, type: 'float64' },
};
const EXTENSION_1_SOURCE: Partial<GeometryPlaces> = {
  x: { byte: 337, type: 'float64' },
  y: { byte: 345, type: 'float64' },
};

/** Traces looked at, spread over the file. */
const TRACES_LOOKED_AT = 8;

/** Those that are set in some trace; coordinates in pairs, of the CDP before those of the source. */
async function nonZeroPlaces(
  file: OpenFile,
  layout: TraceLayout,
  { x, y, ...others }: Partial<GeometryPlaces>,
): Promise<Partial<GeometryPlaces>> {
  if (x === undefined && Object.keys(others).length === 0) return {};
  const picks = Array.from({ length: TRACES_LOOKED_AT }, (_, i) =>
    Math.floor((i * layout.traceCount) / TRACES_LOOKED_AT),
  );
  const probes = await readProbesAt(file, layout, [...new Set(picks)]);
  const pairs = [{ x, y }, ...(x === EXTENSION_1_PLACES.x ? [EXTENSION_1_SOURCE] : [])];
  const pair = pairs.find((both) => both.x !== undefined && both.y !== undefined && isSet(probes, layout, both));
  const single = Object.entries(others).filter(([name, place]) => isSet(probes, layout, { [name]: place }));
  return { ...Object.fromEntries(single), ...pair };
}

const isSet = (probes: readonly Probe[], layout: TraceLayout, places: Partial<GeometryPlaces>): boolean =>
  probes.some((probe) =>
    Object.values(places).some((place) => {
      const value = readPlace(probe, place, layout);
      return value !== 0 && Number.isFinite(value);
    }),
  );

const WRONG = 'If they hold something else, lines or positions are wrong.';
const asStandard = { label: "Use the standard's words", overrides: { ...STANDARD_PLACES, scalarValue: null } } as const;

function layoutRead(name: string, { places, ignored }: LayoutPlaces): Finding {
  const named = Object.entries(places).map(([word, { byte, type }]) => `${word} in byte ${byte} (${type})`);
  const list = named.length === 0 ? 'none of the words that make a geometry' : named.join(', ');
  const details = {
    assumed: 'These words are read, others as the standard has them.',
    effect: WRONG,
    remedies: [asStandard],
  };
  const message = `The layout stanza ${name} puts ${list}.`;
  if (ignored.length === 0) return note('layout-stanza', message, details);
  const rest = `It cannot be followed in: ${ignored.slice(0, 8).join('; ')}${ignored.length > 8 ? ' and more' : ''}.`;
  return warning('layout-stanza-partly', `${message} ${rest}`, details);
}

const layoutUnreadable = (name: string, reason: string): Finding =>
  warning('layout-stanza-unreadable', `The layout stanza ${name} cannot be read: ${reason}.`, {
    assumed: 'Header words are where they are found, first where the standard has them.',
    effect: 'If the stanza means others, lines or positions are wrong.',
  });

function extensionUsed(used: Partial<GeometryPlaces>): Finding {
  const named = Object.entries(used).map(([word, { byte, type }]) => `${word} from byte ${byte} (${type})`);
  return note('header-extension', `Trace header extension 1 is set: ${named.join(', ')}.`, {
    assumed: 'Its words count, not the shorter ones of the trace header; coordinates are not scaled.',
    effect: WRONG,
    remedies: [asStandard],
  });
}
