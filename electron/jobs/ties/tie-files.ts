/** The body of the ties job: how far the 2D lines of files agree where they cross. Runs in a job's process, or in a test without one. */
import { CrosslineError } from '../../../shared/errors.ts';
import { createTieDocument, type TieDocument } from '../../../shared/ties/tie-document.ts';
import type { TieOptions } from '../../../shared/ties/tie-options.ts';
import type { CollectedLine } from '../crossings/collect-lines.ts';
import type { CrossingContext } from '../crossings/find-crossings-of-files.ts';
import { adjustCrossings } from './adjust-crossings.ts';
import { readCrossings, type ReadParameters } from './read-crossings.ts';

export interface TieParameters extends ReadParameters {
  /** By name or profile id. */
  readonly references: readonly string[];
  readonly options: Omit<TieOptions, 'references'>;
}

export interface TieResult {
  readonly document: TieDocument;
  /** What was left out, and why. */
  readonly notes: readonly string[];
  /** Until all traces were read, and from then on. */
  readonly readMs: number;
  readonly adjustMs: number;
}

/** @throws CrosslineError usage for a reference line that is not there; cancelled; what opening a named file throws */
export async function tieFiles(
  { references, options, ...files }: TieParameters,
  context: CrossingContext,
): Promise<TieResult> {
  const started = performance.now();
  const { lines, crossings, intersections, notes } = await readCrossings(files, context);
  const fixed = references.map((reference) => placeOf(lines, reference));
  context.onNote(`Tying ${lines.length} lines at ${crossings.length} crossings`);
  const readMs = performance.now() - started;
  const adjusted = { lineCount: lines.length, crossings, options: { ...options, references: fixed } };
  const ties = await adjustCrossings(adjusted, context);
  const document = createTieDocument({ lines, references: fixed, crossings, intersections }, ties);
  return { document, notes, readMs, adjustMs: performance.now() - started - readMs };
}

function placeOf(lines: readonly CollectedLine[], reference: string): number {
  const places = [...lines.keys()].filter((at) => lines[at]!.profile === reference || lines[at]!.name === reference);
  if (places.length === 1) return places[0]!;
  const ids = places.map((at) => lines[at]!.profile).join(' or ');
  const detail =
    places.length === 0
      ? `There is no line ${reference} among ${lines.map(({ name }) => name).join(', ')}`
      : `${places.length} lines are called ${reference}: name one by its id, ${ids}`;
  throw new CrosslineError({ code: 'usage', detail });
}
