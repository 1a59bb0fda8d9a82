/** The linked crosshair. It changes with every pointer move, so views and readouts take it by `subscribe`. */
import type { SampleRequest } from '../../shared/sample-place.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { LineIndex } from '../../shared/units.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface CursorState {
  /** The view under the pointer; null where there is none, and then the rest is null too. */
  readonly source: 'section' | 'scene' | 'map' | null;
  /** Fractional indices on the survey's axes; null for a section by trace number. */
  readonly position: { readonly inline: number; readonly crossline: number; readonly sample: number } | null;
  /** On a 2D line; null elsewhere. */
  readonly onLine: LineCursor | null;
  /** What the readout shows; null figures are not known there. */
  readonly reading: CursorReading | null;
}

export interface LineCursor {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
  /** Fractional, along the line. */
  readonly trace: number;
  /** Two-way time in ms; metres where the domain is depth; NaN where a trace is pointed at as a whole, as on the map. */
  readonly sampleValue: number;
}

export interface CursorReading {
  readonly inlineNumber: number | null;
  readonly crosslineNumber: number | null;
  /** Counts from 1; for sections by trace number and along lines. */
  readonly traceNumber: number | null;
  /** Of a trace of a line. */
  readonly cdpNumber: number | null;
  readonly shotPoint: number | null;
  /** Of a trace of a gather: its offset, or its number within the gather. */
  readonly offset: number | null;
  /** World coordinates. */
  readonly x: number | null;
  readonly y: number | null;
  /** Two-way time in ms; metres where the domain is depth. */
  readonly sampleValue: number;
  /** From the samples, never from the texture; null while only a coarse picture is there. */
  readonly amplitude: number | null;
  /** The stored value in decimal, to its last digit; null where it is not known, or the amplitude is what people write. */
  readonly stored: string | null;
  /** Where the stored value is to be asked for; null where the amplitude tells it. */
  readonly rounded: SampleRequest | null;
  readonly trace: 'live' | 'dead' | 'missing';
}

export type CursorStore = StoreApi<CursorState>;

export const NO_CURSOR: CursorState = { source: null, position: null, onLine: null, reading: null };

export const createCursorStore = (): CursorStore => createStore<CursorState>(() => NO_CURSOR);
