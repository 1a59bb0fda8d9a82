/** All words that the standard gives a trace header, and where they are found. */
import type { HeaderPlace } from '../mapping/header-place.ts';
import { samePlace } from '../mapping/header-place.ts';
import { EXTENSION_1_WORDS } from './extension-1-words.ts';
import { lastByteOf, type HeaderWordDefinition } from './header-word.ts';
import { GEOMETRY_WORDS } from './trace-geometry-words.ts';
import { RECORDING_WORDS } from './trace-recording-words.ts';

/** The 240 bytes that every trace has. */
export const STANDARD_TRACE_WORDS: readonly HeaderWordDefinition[] = [...GEOMETRY_WORDS, ...RECORDING_WORDS];

const ALL_WORDS: readonly HeaderWordDefinition[] = [...STANDARD_TRACE_WORDS, ...EXTENSION_1_WORDS];
const BY_NAME: ReadonlyMap<string, HeaderWordDefinition> = new Map(ALL_WORDS.map((word) => [word.name, word]));

/** The words of a trace header that is stored in this many bytes: 240, and 240 more with each extension. */
export const traceWordsIn = (headerBytes: number): readonly HeaderWordDefinition[] =>
  ALL_WORDS.filter((word) => lastByteOf(word) <= headerBytes);

/** @param name in any case */
export const traceWordNamed = (name: string): HeaderWordDefinition | null => BY_NAME.get(name.toLowerCase()) ?? null;

/** The standard's word of exactly this place; null where a user reads the bytes in a way of his own. */
export const traceWordAt = (place: HeaderPlace): HeaderWordDefinition | null =>
  ALL_WORDS.find((word) => samePlace(word, place)) ?? null;

/** The standard's word that starts at a byte; null where none does. */
export const traceWordStartingAt = (byte: number): HeaderWordDefinition | null =>
  ALL_WORDS.find((word) => word.byte === byte) ?? null;
