/** A plot of times against sizes, both logarithmic, as an SVG that reads on a light and a dark page. */

export interface PlotSeries {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface PlotTitles {
  readonly title: string;
  readonly x: string;
  readonly y: string;
}

/** Pixels. */
const WIDTH = 680;
const HEIGHT = 420;
const LEFT = 64;
const RIGHT = 216;
const TOP = 36;
const BOTTOM = 48;

/** Okabe and Ito 2008: told apart by those who see colours otherwise. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9'];

export function logPlot({ title, x, y }: PlotTitles, series: readonly PlotSeries[]): string {
  const drawn = series.filter(({ points }) => points.length > 0);
  const xs = decadesOf(drawn.flatMap(({ points }) => points.map((point) => point[0])));
  const ys = decadesOf(drawn.flatMap(({ points }) => points.map((point) => point[1])));
  const xOf = (value: number): number => LEFT + shareIn(xs, value) * (WIDTH - LEFT - RIGHT);
  const yOf = (value: number): number => HEIGHT - BOTTOM - shareIn(ys, value) * (HEIGHT - TOP - BOTTOM);
  const bottom = HEIGHT - BOTTOM;
  const middle = (WIDTH - RIGHT + LEFT) / 2;
  const grid = [
    ...decadesFrom(xs).map((value) => verticalTick(xOf(value), bottom, numberText(value))),
    ...decadesFrom(ys).map((value) => horizontalTick(yOf(value), numberText(value))),
  ];
  const lines = drawn.map((each, i) => seriesText(each, COLOURS[i % COLOURS.length]!, xOf, yOf, TOP + 12 + 20 * i));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    textAt(LEFT, 22, title, 'start', 'font-weight="bold"'),
    ...grid,
    textAt(middle, HEIGHT - 10, x, 'middle'),
    textAt(LEFT - 8, TOP - 8, y, 'end'),
    ...lines,
    '</svg>\n',
  ].join('\n');
}

/** Whole decades round all values. */
function decadesOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10) as [number, number];
  return [Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)];
}

const decadesFrom = ([low, high]: readonly [number, number]): number[] =>
  Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));

const shareIn = ([low, high]: readonly [number, number], value: number): number =>
  (Math.log10(value) - low) / (high - low);

const numberText = (value: number): string => value.toLocaleString('en');

const place = (value: number): string => value.toFixed(1);

const textAt = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end', more = ''): string =>
  `<text x="${place(x)}" y="${place(y)}" text-anchor="${anchor}" fill="#333" ${more}>${escaped(text)}</text>`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const verticalTick = (x: number, bottom: number, text: string): string =>
  `<path d="M${place(x)} ${TOP}V${bottom}" stroke="#ddd"/>${textAt(x, bottom + 18, text, 'middle')}`;

const horizontalTick = (y: number, text: string): string =>
  `<path d="M${LEFT} ${place(y)}H${WIDTH - RIGHT}" stroke="#ddd"/>${textAt(LEFT - 8, y + 4, text, 'end')}`;

function seriesText(
  { name, points }: PlotSeries,
  colour: string,
  xOf: (value: number) => number,
  yOf: (value: number) => number,
  legendY: number,
): string {
  const places = points.map(([x, y]) => `${place(xOf(x))} ${place(yOf(y))}`);
  const dots = points.map(([x, y]) => `<circle cx="${place(xOf(x))}" cy="${place(yOf(y))}" r="3.5" fill="${colour}"/>`);
  const legendX = WIDTH - RIGHT + 16;
  return [
    `<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...dots,
    `<path d="M${legendX} ${legendY}h18" stroke="${colour}" stroke-width="2"/>`,
    textAt(legendX + 24, legendY + 4, name, 'start'),
  ].join('');
}
