/** Everything of the map that the GPU draws, from the coordinate lines up to what is emphasised. */
import { Group } from 'three';
import { extentAround, type WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointOnCanvas } from '../section-view.ts';
import { GridLayer } from './grid-layer.ts';
import type { NameableLine } from './line-names.ts';
import { LineLevels } from './line-levels.ts';
import type * as content from './map-content.ts';
import type { MapTicks } from './map-ticks.ts';
import { groupColour, MAP_THEMES, withAlpha, type MapTheme } from './map-theme.ts';
import type { MapView } from './map-view.ts';
import { MarkLayer } from './mark-layer.ts';
import { closedLine, StrokeLayer, wholeLine, type StrokeItem } from './stroke-layer.ts';

const WIDTHS = { cubes: 1.5, planes: 1.25, overlaps: 7, lines: 1.5, emphasis: 3.5 } as const;
/** Of lines that are not chosen while others are. */
const DIMMED = 0.28;
/** CSS pixels round the pointer. */
const REACH = { crossing: 7, overlap: 5, line: 6, cube: 5 } as const;

const NO_EMPHASIS: content.MapEmphasis = { active: null, hovered: null, chosen: null, selectedCrossing: null, hoveredCrossing: null }; // prettier-ignore

export class MapLayers {
  readonly group = new Group();
  readonly #grid = new GridLayer(0);
  readonly #cubes = new StrokeLayer(1, WIDTHS.cubes);
  readonly #planes = new StrokeLayer(2, WIDTHS.planes);
  readonly #overlaps = new StrokeLayer(3, WIDTHS.overlaps);
  readonly lineStrokes = new StrokeLayer(4, WIDTHS.lines);
  readonly #emphasised = new StrokeLayer(5, WIDTHS.emphasis);
  readonly #marks = new MarkLayer(6);
  readonly #emphasisedMarks = new MarkLayer(7, 6);
  /** Round marks with grades, which must be seen themselves: under them, and larger than the largest. */
  readonly #halos = new MarkLayer(5.5, 10.5);
  #theme: MapTheme = MAP_THEMES.light;
  #lines: readonly NameableLine[] = [];
  #cubeList: readonly content.MapCube[] = [];
  #crossings: content.MapCrossings | null = null;
  #planePaths: readonly content.MapPath[] = [];
  #emphasis = NO_EMPHASIS;

  constructor() {
    for (const layer of this.#strokeLayers) this.group.add(layer.group);
    this.group.add(this.#grid.group, this.#halos.points, this.#marks.points, this.#emphasisedMarks.points);
  }

  get lines(): readonly NameableLine[] {
    return this.#lines;
  }

  get cubes(): readonly content.MapCube[] {
    return this.#cubeList;
  }

  get emphasis(): content.MapEmphasis {
    return this.#emphasis;
  }

  get theme(): MapTheme {
    return this.#theme;
  }

  /** Of all lines and cubes; null where there are none. */
  get extent(): WorldExtent | null {
    const ofLines = this.#lines.map(({ levels }) => levels.extent);
    const ofCubes = this.#cubeList.map(({ corners }) => closedLine(corners).extent);
    return extentAround([...ofLines, ...ofCubes].filter((extent) => extent !== null));
  }

  /** Of lines and cubes by their keys; null where none of them is there. */
  extentOf(keys: ReadonlySet<string>): WorldExtent | null {
    const lines = this.#lines.filter(({ line }) => keys.has(line.key)).map(({ levels }) => levels.extent);
    const cubes = this.#cubeList.filter(({ key }) => keys.has(key)).map(({ corners }) => closedLine(corners).extent);
    return extentAround([...lines, ...cubes].filter((extent) => extent !== null));
  }

  /** Lines that were there before keep their levels of detail. */
  setLines(lines: readonly content.MapLine[]): void {
    const known = new Map(this.#lines.map(({ line, levels }) => [line.x, levels]));
    this.#lines = lines.map((line) => ({ line, levels: known.get(line.x) ?? new LineLevels(line) }));
    this.#colourLines();
    this.#emphasise();
  }

  setCubes(cubes: readonly content.MapCube[]): void {
    this.#cubeList = cubes;
    this.#colourCubes();
  }

  /** Where the planes of the cube that is looked at are. */
  setPlanes(paths: readonly content.MapPath[]): void {
    this.#planePaths = paths;
    const colour = withAlpha(this.#theme.highlight);
    this.#planes.setItems(paths.map((path) => ({ levels: wholeLine(path), colour })));
  }

  setCrossings(crossings: content.MapCrossings | null): void {
    this.#crossings = crossings;
    this.#marks.setPlaces(crossings);
    this.#emphasise();
  }

  setEmphasis(emphasis: content.MapEmphasis): void {
    const earlier = this.#emphasis;
    this.#emphasis = emphasis;
    if (emphasis.chosen !== earlier.chosen) this.#colourLines();
    if (emphasis.active !== earlier.active || emphasis.hovered !== earlier.hovered) this.#colourCubes();
    this.#emphasise();
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme;
    this.#grid.setColour(theme.grid);
    this.#marks.setColours(theme.crossing.fill, theme.crossing.rim);
    for (const layer of this.#markers) layer.setColours(theme.highlight, theme.crossing.rim);
    this.#colourLines();
    this.#colourCubes();
    this.setPlanes(this.#planePaths);
    this.#emphasise();
  }

  update(view: MapView, ticks: MapTicks, pixelRatio: number, isRough: boolean): void {
    this.#grid.update(view, ticks, pixelRatio);
    for (const layer of this.#strokeLayers) layer.update(view, pixelRatio, isRough && layer === this.lineStrokes);
    for (const layer of [this.#marks, ...this.#markers]) layer.update(view, pixelRatio);
  }

  pick(view: MapView, point: PointOnCanvas): content.MapPick | null {
    const crossing = this.#marks.nearest(view, point, REACH.crossing);
    if (crossing !== null) return { kind: 'crossing', ref: { kind: 'crossing', index: crossing } };
    const overlap = this.#overlaps.nearest(view, point, REACH.overlap);
    if (overlap !== null) return { kind: 'crossing', ref: { kind: 'overlap', index: overlap } };
    const line = this.lineStrokes.nearest(view, point, REACH.line);
    if (line !== null) return { kind: 'line', line: this.#lines[line]!.line };
    const cube = this.#cubes.nearest(view, point, REACH.cube);
    return cube === null ? null : { kind: 'cube', cube: this.#cubeList[cube]! };
  }

  dispose(): void {
    for (const layer of [...this.#strokeLayers, this.#grid, this.#marks, ...this.#markers]) layer.dispose();
  }

  get #strokeLayers(): readonly StrokeLayer[] {
    return [this.#cubes, this.#planes, this.#overlaps, this.lineStrokes, this.#emphasised];
  }

  /** Of crossings that are told apart. */
  get #markers(): readonly MarkLayer[] {
    return [this.#halos, this.#emphasisedMarks];
  }

  #colourLines(): void {
    const { chosen } = this.#emphasis;
    this.lineStrokes.setItems(
      this.#lines.map(({ line, levels }) => ({
        levels,
        colour: withAlpha(groupColour(this.#theme, line.group), chosen === null || chosen.has(line.key) ? 1 : DIMMED),
      })),
    );
  }

  #colourCubes(): void {
    const { active, hovered } = this.#emphasis;
    this.#cubes.setItems(
      this.#cubeList.map(({ key, corners }) => ({
        levels: closedLine(corners),
        colour: withAlpha(key === active || key === hovered ? this.#theme.activeCube : this.#theme.box),
      })),
    );
  }

  #emphasise(): void {
    const { active, hovered, selectedCrossing, hoveredCrossing } = this.#emphasis;
    const refs = [selectedCrossing, hoveredCrossing].filter((ref) => ref !== null);
    this.#emphasised.setItems(
      [active, hovered].flatMap((key): StrokeItem[] => {
        const found = key === null ? undefined : this.#lines.find(({ line }) => line.key === key);
        if (found === undefined) return [];
        return [{ levels: found.levels, colour: withAlpha(groupColour(this.#theme, found.line.group)) }];
      }),
    );
    this.#overlaps.setItems(
      (this.#crossings?.overlaps ?? []).map((path, index) => {
        const isMarked = refs.some((ref) => ref.kind === 'overlap' && ref.index === index);
        const colour = isMarked ? withAlpha(this.#theme.highlight) : withAlpha(this.#theme.overlap, 0.55);
        return { levels: wholeLine(path), colour };
      }),
    );
    const marked = refs.filter(({ kind }) => kind === 'crossing').map(({ index }) => index);
    const [shown, hidden] = this.#crossings?.grades ? this.#markers : this.#markers.toReversed();
    hidden!.setPlaces(null);
    shown!.setPlaces({
      x: Float64Array.from(marked, (index) => this.#crossings?.x[index] ?? NaN),
      y: Float64Array.from(marked, (index) => this.#crossings?.y[index] ?? NaN),
    });
  }
}
