import { describe, expect, test } from 'vitest';
import { ManualClock } from '../engine-client/testing/manual-clock.ts';
import { addSurvey } from '../state/session-changes.ts';
import { CUBE } from '../state/testing/survey-infos.ts';
import { activateSurvey } from '../state/view-store.ts';
import { HOLD_DELAY_MS, MOST_LAG_MS, PositionMover } from './position-mover.ts';
import { createViewerStores } from './viewer-stores.ts';

const FRAME_MS = 16;

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

function createRig() {
  const clock = new ManualClock();
  const stores = createViewerStores(NO_STORAGE);
  const survey = { ...CUBE, inline: { first: 1, last: 500, step: 1, count: 500 } };
  stores.session.setState(addSurvey('/data/cube.sgy', survey));
  stores.view.setState(activateSurvey(survey));
  const screen = { isReady: true };
  const mover = new PositionMover({
    stores,
    clock,
    frames: { next: (call) => clock.after(FRAME_MS, () => call(clock.now())) },
    isReady: () => screen.isReady,
  });
  const visited: number[] = [];
  stores.view.subscribe((state) => visited.push(state.positions['cube']!.inline));
  return { clock, mover, screen, visited };
}

describe('the position mover', () => {
  test('applies the first move at once and the latest of a frame in the next', async () => {
    const { clock, mover, visited } = createRig();
    for (const index of [1, 2, 3, 4]) mover.moveTo('inline', index, clock.now());
    expect(visited).toEqual([1]);
    await clock.advance(FRAME_MS);
    expect(visited).toEqual([1, 4]);
  });

  test('a tap is one step', async () => {
    const { clock, mover, visited } = createRig();
    mover.moveTo('inline', 10, clock.now());
    await clock.advance(100);
    mover.hold('inline', 1, clock.now());
    await clock.advance(HOLD_DELAY_MS / 2);
    mover.release();
    await clock.advance(1000);
    expect(visited).toEqual([10, 11]);
  });

  test('a held key steps once a frame until it is released', async () => {
    const { clock, mover, visited } = createRig();
    mover.hold('inline', 1, clock.now());
    await clock.advance(HOLD_DELAY_MS + 20 * FRAME_MS);
    mover.release();
    await clock.advance(1000);
    expect(visited.length).toBeGreaterThan(18);
    expect(visited.length).toBeLessThan(24);
    expect(visited.every((index, at) => at === 0 || index === visited[at - 1]! + 1)).toBe(true);
  });

  test('waits until the last step is asked for, but no longer than the most lag', async () => {
    const { clock, mover, screen, visited } = createRig();
    mover.moveTo('inline', 1, clock.now());
    screen.isReady = false;
    mover.moveTo('inline', 2, clock.now());
    await clock.advance(3 * FRAME_MS);
    expect(visited).toEqual([1]);
    mover.moveTo('inline', 3, clock.now());
    await clock.advance(MOST_LAG_MS);
    expect(visited).toEqual([1, 3]);
  });

  test('stays inside the survey', async () => {
    const { clock, mover, visited } = createRig();
    mover.moveTo('inline', 1e6, clock.now());
    mover.hold('inline', 1, clock.now());
    await clock.advance(HOLD_DELAY_MS * 4);
    mover.release();
    expect(visited).toEqual([499]);
  });
});
