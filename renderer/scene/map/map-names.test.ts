import { expect, test } from 'vitest';
import { isOverlapping } from '../label-box.ts';
import { MOST_NAMES, placeNames, type LineEnd, type NamedLine } from './map-names.ts';

const CANVAS = { width: 400, height: 300 };
const measure = (text: string): number => 7 * text.length;
const east = (x: number, y: number): LineEnd => ({ x, y, outX: 1, outY: 0 });
const west = (x: number, y: number): LineEnd => ({ x, y, outX: -1, outY: 0 });
const line = (name: string, ...ends: LineEnd[]): NamedLine => ({ name, ends, piece: null });
const place = (lines: readonly NamedLine[]) => placeNames(lines, CANVAS, measure, []);

test('a name stands beyond the first end that has room', () => {
  const [name] = place([line('CL-1', west(10, 100), east(200, 100))]);
  expect(name).toMatchObject({ text: 'CL-1', x: 200 + 14 + 5, y: 100 });
  expect(place([line('CL-1', west(60, 100))])[0]).toMatchObject({ x: 60 - 14 - 5 });
  expect(place([line('CL-1', { x: 100, y: 100, outX: 0, outY: -1 })])[0]).toMatchObject({ x: 100, y: 100 - 7 - 5 });
});

test('no name lies on another one: the more important line has it', () => {
  const names = place([
    line('A', east(100, 100)),
    line('B', east(104, 104)),
    line('C', east(104, 106), west(300, 106)),
  ]);
  expect(names.map(({ text }) => text)).toEqual(['A', 'C']);
  expect(isOverlapping(names[0]!, names[1]!)).toBe(false);
});

test('a line whose ends are out of view has its name beside the piece that is seen', () => {
  const piece = { x: 200, y: 150, outX: 0, outY: -1 };
  const beside = { ...line('A', west(-500, 0), east(900, 0)), piece };
  expect(place([beside])[0]).toMatchObject({ x: 200, y: 138 });
  const blocked = { text: '', kind: 'tick', x: 200, y: 138, width: 50, height: 14 } as const;
  expect(placeNames([beside], CANVAS, measure, [blocked])[0]).toMatchObject({ x: 200, y: 162 });
});

test('there are never more names than are read', () => {
  const many = Array.from({ length: 2000 }, (_, k) => line('A', east((k % 20) * 20, 10 + Math.floor(k / 20) * 15)));
  expect(place(many).length).toBeLessThanOrEqual(MOST_NAMES);
});
