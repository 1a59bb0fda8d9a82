/** The header inspector shows what the file's bytes hold, on real files and on many traces. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityFindings } from '../fixtures/accessibility.ts';
import { NO_DATA_REASON, RESULTS, findDataFolder } from '../fixtures/checkout.ts';
import { focusRound } from '../fixtures/focus-round.ts';
import { layoutFaults } from '../fixtures/layout.ts';
import { isDeadTrace, MANY_TRACES, wordsOfTrace, writeManyTraces } from '../fixtures/many-traces.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { realFile, sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { nextFrames } from '../pages/frames.ts';
import { HeadersPanelPage } from '../pages/headers-panel.ts';
import { ViewerPage } from '../pages/viewer.ts';

const FILE_HEADER_BYTES = 3600;

test.describe('many traces', () => {
  const path = () => join(runFolder(), 'many-traces.sgy');
  test.beforeAll(() => writeManyTraces(path()));

  const valuesOf = (trace: number): number[] => {
    const { ffid, cdp, offset, iline, xline } = wordsOfTrace(trace);
    return [ffid.value, cdp.value, isDeadTrace(trace) ? 2 : 1, offset.value, iline.value, xline.value];
  };

  test('every row that is scrolled to holds the words of its trace', async ({ open }) => {
    const { page } = await open({ files: [path()] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    expect(await headers.columnNames()).toEqual(['ffid', 'cdp', 'trctype', 'offset', 'iline', 'xline']);
    const expectRows = async (): Promise<void> => {
      await expect.poll(async () => (await headers.rows()).length).toBeGreaterThan(5);
      await expect(headers.table).not.toContainText('…');
      const rows = await headers.rows();
      for (const { trace, values } of rows) expect(values, `trace ${trace}`).toEqual(valuesOf(trace - 1));
    };
    await expectRows();
    for (const share of [0.5, 0.123, 0.987, 1]) {
      await headers.table.evaluate(
        (table, at) => (table.scrollTop = at * (table.scrollHeight - table.clientHeight)),
        share,
      );
      await expect
        .poll(async () => Math.abs(((await headers.rows())[0]?.trace ?? Infinity) / MANY_TRACES - share))
        .toBeLessThan(0.001);
      await expectRows();
    }
    expect((await headers.rows()).at(-1)?.trace).toBe(MANY_TRACES);
  });

  test('however far it is scrolled, only what is in view is in the page, and the last rows come', async ({ open }) => {
    const { page } = await open({ files: [path()] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    const mostRows = await headers.table.evaluate(async (table) => {
      let most = 0;
      for (let frame = 1; frame <= 120; frame += 1) {
        table.scrollTop = (frame / 120) * (table.scrollHeight - table.clientHeight);
        await new Promise(requestAnimationFrame);
        most = Math.max(most, table.querySelectorAll('[role="row"]').length);
      }
      return most;
    });
    expect(mostRows).toBeGreaterThan(5);
    expect(mostRows).toBeLessThan(60);
    await expect.poll(async () => (await headers.rows()).at(-1)?.trace).toBe(MANY_TRACES);
  });

  test('a filter leaves the traces that match, and is exported as it is shown', async ({ open }) => {
    const { page } = await open({ files: [path()] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    const matches = Array.from({ length: MANY_TRACES }, (_, trace) => trace).filter(
      (trace) => wordsOfTrace(trace).iline.value >= 450 && isDeadTrace(trace),
    );
    await headers.filterBy('inline >= 450 and trctype == 2');
    await expect(headers.matchCount).toHaveText(
      new RegExp(`^${matches.length.toString().replace(/(?=\d{3}$)/, '\\s?')} of`),
    );
    await headers.expectTopTrace(matches[0]! + 1);
    for (const [index, { trace, values }] of (await headers.rows()).entries()) {
      expect(trace).toBe(matches[index]! + 1);
      expect(values).toEqual(valuesOf(trace - 1));
    }
    const csv = await headers.exportedCsv();
    expect(csv).toBe(
      `trace,ffid,cdp,trctype,offset,iline,xline\n${matches.map((trace) => `${[trace + 1, ...valuesOf(trace)].join(',')}\n`).join('')}`,
    );
  });

  test('a trace is found by its words and gone to by its number', async ({ open }) => {
    const { page } = await open({ files: [path()] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    await headers.goTo(150_000);
    expect(await headers.wordRow('iline')).toEqual({ value: String(wordsOfTrace(149_999).iline.value), meaning: '' });
    await headers.find.fill('offset == 0');
    await headers.find.press('Enter');
    const next = Array.from({ length: 300 }, (_, i) => 150_000 + i).find(
      (trace) => wordsOfTrace(trace).offset.value === 0,
    )!;
    await expect(headers.detail).toHaveAccessibleName(`Trace ${next + 1}`);
    await headers.find.press('Shift+Enter');
    await expect(headers.detail).toHaveAccessibleName(`Trace ${next + 1 - 240}`);
    await headers.find.fill('trace > 200000');
    await headers.find.press('Enter');
    await expect(headers.findOutcome).toHaveText('no more');
  });

  test('a column is plotted along the file with its figures', async ({ open }) => {
    const { page } = await open({ files: [path()] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    await headers.choose('Column');
    await headers.plotWord('offset');
    await expect(headers.figure('Minimum')).toHaveText('-3000');
    await expect(headers.figure('Maximum')).toHaveText('2975');
    await expect(headers.figure('Distinct')).toHaveText('240');
    const box = (await headers.plot.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(headers.reading).toHaveText(/^Trace [\d\s–]+: -?\d+ to -?\d+$/);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await headers.choose('Traces');
    await expect(headers.detail).toBeVisible();
    const name = (await headers.detail.getAttribute('aria-label'))!;
    expect(Math.abs(Number(name.replace('Trace ', '')) / MANY_TRACES - 0.5)).toBeLessThan(0.1);
  });
});

test('what is wrong with an expression is said and marked while it is typed', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  const headers = new HeadersPanelPage(page);
  await headers.show();
  await headers.filter.fill('inline >= 1210 and inlin < 1220');
  await expect(headers.expressionFault.locator('mark')).toHaveText('inlin');
  await expect(headers.expressionFault).toContainText('is no word of the standard');
  await headers.filter.press('Enter');
  await expect(headers.matchCount).toHaveText(/traces$/);
  await headers.filterBy('1210 <= inline < 1220');
  await expect(headers.expressionFault).toHaveCount(0);
  await expect(headers.matchCount).toHaveText(/^1\s?080 of 10\s?800$/);
});

test('a row moves the section to its trace; keys do all of it', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  const headers = new HeadersPanelPage(page);
  const { section, position } = new ViewerPage(page);
  await section.settled();
  await headers.show();
  await headers.table.focus();
  await page.keyboard.press('End');
  await expect(headers.detail).toHaveAccessibleName('Trace 10800');
  await expect(position.number('inline')).toHaveValue('1300');
  await expect(position.number('crossline')).toHaveValue('3508');
  await expect(section.canvas).toHaveAttribute('aria-label', 'Section: Inline 1300');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(headers.detail).toHaveAccessibleName('Trace 2');
  await expect(position.number('inline')).toHaveValue('1201');
  await expect(position.number('crossline')).toHaveValue('3402');
  await headers.table.getByRole('row').nth(6).click();
  await expect(headers.detail).toHaveAccessibleName('Trace 6');
  await expect(position.number('crossline')).toHaveValue('3406');
});

test.describe('real files', () => {
  test.skip(findDataFolder() === null, NO_DATA_REASON);

  for (const file of [
    ['segyio', 'f3.sgy', 2],
    ['segysak', 'volve10r12-full-twt-arb.sgy', 4],
    ['segysak', 'volve10r12-full-z-il10117sub.sgy', 4],
  ] as const) {
    test(`${file[1]}: words of traces and of the binary header stand in the bytes`, async ({ open }) => {
      const path = realFile(file[0], file[1]);
      const bytes = readFileSync(path);
      const { page } = await open({ files: [path] });
      const headers = new HeadersPanelPage(page);
      await headers.show();
      const names = await headers.columnNames();
      expect(names).toContain('cdp_x');
      const places = await headers.table.getByRole('columnheader').getByRole('button').allInnerTexts();
      const samples = bytes.readUInt16BE(3220);
      const traceBytes = 240 + samples * file[2];
      for (const { trace, values } of await headers.rows()) {
        const start = FILE_HEADER_BYTES + (trace - 1) * traceBytes;
        for (const [index, place] of places.entries()) {
          const [, byte, type] = /(\d+) (\w+)$/.exec(place)!;
          const at = start + Number(byte) - 1;
          const stored = {
            int16: () => bytes.readInt16BE(at),
            uint16: () => bytes.readUInt16BE(at),
            int32: () => bytes.readInt32BE(at),
          };
          expect(values[index], `${place} of trace ${trace}`).toBe(stored[type as keyof typeof stored]());
        }
      }
      await headers.choose('Binary');
      expect((await headers.wordRow('hns')).value).toBe(String(samples));
      expect((await headers.wordRow('format')).value).toBe(String(bytes.readInt16BE(3224)));
      await expect(headers.hex).toContainText(bytes.toString('hex', 3200, 3216).replace(/(..)(?!$)/g, '$1 '));
    });
  }

  test('text in every code page, with NULs, is searched', async ({ open }) => {
    const { page } = await open({ files: [realFile('segyio', 'text-embed-null.sgy')] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    await headers.choose('Text');
    await expect(headers.text).toContainText('C 1');
    await headers.search.fill('c 1');
    await expect(headers.text.locator('mark').first()).toHaveText('C 1');
    const inAuto = await headers.text.innerText();
    await page.getByRole('combobox', { name: 'Code page' }).click();
    await page.getByRole('option', { name: 'Latin-1' }).click();
    await expect(headers.text).not.toHaveText(inAuto);
  });

  test('words of trace header extension 1 are exact beyond 2^53', async ({ open }) => {
    const path = realFile('segyio', 'trace-header-extension1.sgy');
    const { page } = await open({ files: [path] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    await headers.goTo(1);
    expect((await headers.wordRow('ext1.linetrc')).value).toBe(String(readFileSync(path).readBigUInt64BE(3840)));
    expect((await headers.wordRow('ext1.header_name')).value).toBe('SEG00001');
  });

  test('any bytes can be a column', async ({ open }) => {
    const path = realFile('segyio', 'f3.sgy');
    const bytes = readFileSync(path);
    const { page } = await open({ files: [path] });
    const headers = new HeadersPanelPage(page);
    await headers.show();
    await headers.addColumn('191:int16');
    const names = await headers.columnNames();
    const index = names.indexOf('191:int16');
    expect(index).toBeGreaterThanOrEqual(0);
    await expect.poll(async () => (await headers.rows())[0]?.values[index]).toBe(bytes.readInt16BE(3600 + 190));
  });
});

test('all of it is readable in both themes, and reached by keys', async ({ open }) => {
  // Eight pictures, each looked at by axe.
  test.slow();
  const { page } = await open({ files: [sampleCube().path] });
  const headers = new HeadersPanelPage(page);
  const { section } = new ViewerPage(page);
  await section.settled();
  await headers.show();
  await headers.goTo(5000);
  for (const tab of ['Traces', 'Text', 'Binary', 'Column'] as const) {
    await headers.choose(tab);
    await expect(page.getByText('Reading…')).toHaveCount(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await nextFrames(page);
      await page.screenshot({ path: join(RESULTS, 'screenshots', `headers-${tab}-${colorScheme}.png`) });
      expect(await layoutFaults(page), `${tab}, ${colorScheme}`).toEqual([]);
      expect(await accessibilityFindings(page), `${tab}, ${colorScheme}`).toEqual([]);
    }
  }
  await headers.choose('Traces');
  const round = await focusRound(page);
  // Tabs are one stop; the arrow keys go from one to the next.
  expect(round.unreached.filter((control) => !control.includes('role="tab"'))).toEqual([]);
  expect(round.unmarked).toEqual([]);
  await page.getByRole('tab', { name: 'Traces', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('tab', { name: 'Column', exact: true })).toHaveAttribute('aria-selected', 'true');
  expect(round.reached).toEqual(expect.arrayContaining(['Filter', 'Find a trace', 'Go to trace', 'Trace headers']));
});
