/** The checks that other specs rely on, shown to find what they are for. */
import { expect, test } from '@playwright/test';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { focusRound } from '../fixtures/focus-round.ts';
import { layoutFaults } from '../fixtures/layout.ts';
import { differingShare, pixelsOf } from '../fixtures/pixels.ts';

const page = (body: string) => `<!doctype html><html lang="en"><title>t</title><body style="margin:0">${body}`;
const line = (style: string, text: string) =>
  `<div style="position:absolute; font:16px sans-serif; ${style}">${text}</div>`;

test('layout: text side by side, scrolled, ended by an ellipsis or under a menu is well', async ({ page: tab }) => {
  await tab.setContent(
    page(
      line('left:0; top:0', 'one') +
        line('left:200px; top:0', 'two') +
        line('top:50px; width:40px; overflow:hidden; white-space:nowrap; text-overflow:ellipsis', 'a long name') +
        line('top:100px; width:80px; height:20px; overflow:auto', 'many words that are scrolled') +
        line('top:200px', 'covered') +
        line('top:0; width:1px; height:1px; overflow:hidden; clip:rect(0 0 0 0); white-space:nowrap', 'for readers') +
        line('top:200px; width:200px; background:white; z-index:1', 'a menu'),
    ),
  );
  expect(await layoutFaults(tab)).toEqual([]);
});

test('layout: overlapping, clipped and outlying text is found', async ({ page: tab }) => {
  await tab.setContent(
    page(
      line('left:0; top:0', 'below') +
        line('left:20px; top:4px', 'above') +
        line('top:50px; width:40px; overflow:hidden; white-space:nowrap', 'cut off here') +
        line('left:1350px; top:100px; white-space:nowrap', 'beyond the edge'),
    ),
  );
  const faults = await layoutFaults(tab);
  expect(faults).toHaveLength(3);
  expect(faults.join()).toMatch(/"cut off here" is clipped by div/);
  expect(faults.join()).toMatch(/"beyond the edge" is clipped by the window/);
  expect(faults.join()).toMatch(/"below" overlaps "above"/);
});

test('accessibility: an unnamed button is found, a named one is well', async ({ page: tab }) => {
  await tab.setContent(page('<main><h1>Title</h1><button></button></main>'));
  expect((await accessibilityFindings(tab)).join()).toMatch(/^button-name/);
  await tab.setContent(page('<main><h1>Title</h1><button>Open</button></main>'));
  expect(await accessibilityFindings(tab)).toEqual([]);
});

test('focus: a control that Tab passes over and one that shows no focus are found', async ({ page: tab }) => {
  await tab.setContent(
    page(
      '<button>Seen</button><button style="outline:none">Unseen</button><button disabled>Off</button>' +
        '<div role="slider" aria-label="Passed over"></div><button style="display:none">Hidden</button>',
    ),
  );
  const { reached, unmarked, unreached } = await focusRound(tab);
  expect(reached).toEqual(['Seen', 'Unseen']);
  expect(unmarked).toEqual(['Unseen']);
  expect(unreached).toHaveLength(1);
  expect(unreached.join()).toContain('Passed over');
});

test('pixels: colours come back exactly', async ({ page: tab }) => {
  await tab.setContent(page('<div id="a" style="width:20px; height:10px; background:rgb(10,20,30)"></div>'));
  const before = await pixelsOf(tab.locator('#a'));
  expect([before.width, before.height]).toEqual([20, 10]);
  expect(before.rgbAt(19, 9)).toEqual([10, 20, 30]);
  await tab.setContent(
    page('<div id="a" style="width:20px; height:10px; background:linear-gradient(90deg, rgb(10,20,30) 50%, red 50%)">'),
  );
  expect(differingShare(before, await pixelsOf(tab.locator('#a')))).toBe(0.5);
});
