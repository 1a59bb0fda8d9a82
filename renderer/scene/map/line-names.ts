/** Names of the lines on the map: placed anew when it rests, carried along while it moves. */
import type { Rgb } from '../../../shared/colour/rgb.ts';
import type { LabelBox } from '../label-box.ts';
import { cssColour } from '../scene-theme.ts';
import type { LineLevels } from './line-levels.ts';
import type { MapCube, MapEmphasis, MapLine } from './map-content.ts';
import { MOST_NAMES, placeNames, type LineEnd, type NamedLine, type PlacedName } from './map-names.ts';
import { groupColour, type MapTheme } from './map-theme.ts';
import { canvasFromWorld, type MapView } from './map-view.ts';
import type { StrokeLayer } from './stroke-layer.ts';

interface NameOnMap extends LabelBox {
  readonly colour: string;
}

export interface NameableLine {
  readonly line: MapLine;
  readonly levels: LineLevels;
}

/** CSS pixels: the name of a shorter line would say nothing of where it is. */
const LEAST_LENGTH = 20;
/** Candidates for each name that has room: those of least interest are not looked at. */
const CANDIDATES = 8 * MOST_NAMES;

export class LineNames {
  #names: readonly NameOnMap[] = [];
  #placedIn: MapView | null = null;

  /** Where they were placed: of that view. */
  get labels(): readonly LabelBox[] {
    return this.#names;
  }

  get colours(): readonly string[] {
    return this.#names.map(({ colour }) => colour);
  }

  /** The view that they were placed in; null before. */
  get placedIn(): MapView | null {
    return this.#placedIn;
  }

  place(
    view: MapView,
    lines: readonly NameableLine[],
    emphasis: MapEmphasis,
    theme: MapTheme,
    layer: StrokeLayer,
    cubes: readonly MapCube[],
    measure: (text: string) => number,
    taken: readonly LabelBox[],
  ): void {
    this.#placedIn = view;
    const pieces = piecesInView(view, layer);
    const ranked = lines
      .map((named, owner) => ({ ...named, owner, rank: rankOf(view, named, emphasis) }))
      .filter(({ rank }) => rank > LEAST_LENGTH)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, CANDIDATES);
    const named = ranked.map(({ line, levels, owner }): NamedLine => ({
      name: line.name,
      ends: endsOf(view, levels),
      piece: pieces.get(owner) ?? null,
    }));
    const carry = (box: PlacedName, key: string, colour: Rgb): NameOnMap => ({
      ...box,
      colour: cssColour(colour),
      kind: isEmphasised(key, emphasis) ? 'title' : 'tick',
    });
    // Cubes first: there are few, and each covers many lines.
    const ofCubes = placeNames(cubes.map((cube) => namedCube(view, cube)), view, measure, taken); // prettier-ignore
    const ofLines = placeNames(named, view, measure, [...taken, ...ofCubes]);
    this.#names = [
      ...ofCubes.map((box) => carry(box, cubes[box.line]!.key, theme.text)),
      ...ofLines.map((box) => {
        const { key, group } = ranked[box.line]!.line;
        return carry(box, key, groupColour(theme, group));
      }),
    ];
  }
}

const isEmphasised = (key: string, { active, hovered }: MapEmphasis): boolean => key === active || key === hovered;

/** Length across the canvas in CSS pixels, and more for what the user looks at or has chosen. */
function rankOf(view: MapView, { line, levels }: NameableLine, emphasis: MapEmphasis): number {
  const { extent } = levels;
  if (extent === null) return 0;
  const length = Math.hypot(extent.east - extent.west, extent.north - extent.south) / view.unitsPerPixel;
  if (isEmphasised(line.key, emphasis)) return length + 1e12;
  return emphasis.chosen?.has(line.key) === true ? length + 1e9 : length;
}

/** Pieces whose middle is nearest to the middle of the canvas, by item; of those in view alone. */
function piecesInView(view: MapView, layer: StrokeLayer): ReadonlyMap<number, LineEnd> {
  const nearest = new Map<number, LineEnd & { readonly squared: number }>();
  layer.visit(view, (x0, y0, x1, y1, owner) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (x < 0 || x > view.width || y < 0 || y > view.height) return;
    const squared = (x - view.width / 2) ** 2 + (y - view.height / 2) ** 2;
    if (squared >= (nearest.get(owner)?.squared ?? Infinity)) return;
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    nearest.set(owner, { x, y, outX: (y1 - y0) / length, outY: (x0 - x1) / length, squared });
  });
  return nearest;
}

function endsOf(view: MapView, levels: LineLevels): readonly LineEnd[] {
  // The coarsest that is there will do: it has the ends, and the way on from them.
  const { x, y } = levels.line;
  const vertices = levels.coarsest();
  const at = (k: number) => canvasFromWorld(view, { x: x[vertices.at(k)!]!, y: y[vertices.at(k)!]! });
  if (vertices.length < 2) return [];
  return [endBeyond(at(0), at(1)), endBeyond(at(-1), at(-2))];
}

function endBeyond(end: { x: number; y: number }, before: { x: number; y: number }): LineEnd {
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  return { ...end, outX: (end.x - before.x) / length, outY: (end.y - before.y) / length };
}

/** A name stands outside, at the middle of a side or beyond a corner. */
function namedCube(view: MapView, { name, corners }: MapCube): NamedLine {
  const points = corners.map((corner) => canvasFromWorld(view, corner));
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
  const sides = points.map((from, k) => {
    const to = points[(k + 1) % points.length]!;
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  });
  return { name, ends: [...sides, ...points].map((end) => endBeyond(end, middle)), piece: null };
}
