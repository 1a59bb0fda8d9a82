import { describe, expect, test } from 'vitest';
import { lineIndex, offsetIndex } from '../../shared/units.ts';
import { planeOf } from './plane-positions.ts';
import { CUBE, GATHERS, LINE, TWO_LINES } from './testing/survey-infos.ts';
import {
  activateSurvey,
  chooseLine,
  createViewStore,
  followGeometry,
  forgetSurvey,
  moveTo,
  renameSurvey,
  select,
} from './view-store.ts';

describe('the view', () => {
  test('starts in the middle of a survey, and comes back to where it was left', () => {
    const store = createViewStore();
    store.setState(activateSurvey(CUBE));
    expect(store.getState().positions['cube']).toMatchObject({ inline: 5, crossline: 10, sample: 25, traces: 0 });
    store.setState(moveTo(CUBE, 'inline', 7, 12));
    store.setState(activateSurvey(LINE));
    expect(store.getState().orientation).toBe('traces');
    store.setState(activateSurvey(CUBE));
    expect(store.getState().positions['cube']?.inline).toBe(7);
    expect(store.getState().orientation).toBe('inline');
  });

  test('never leaves the survey', () => {
    const store = createViewStore();
    store.setState(moveTo(CUBE, 'inline', 99, null));
    expect(store.getState().positions['cube']?.inline).toBe(9);
    store.setState(moveTo(CUBE, 'inline', -3, null));
    expect(store.getState().positions['cube']?.inline).toBe(0);
    store.setState(moveTo(LINE, 'traces', 5000, null));
    expect(store.getState().positions['line']?.traces).toBe(1500);
  });

  test('stays inside a geometry that the scan corrected', () => {
    const store = createViewStore();
    store.setState(activateSurvey(CUBE));
    store.setState(moveTo(CUBE, 'crossline', 19, 5));
    store.setState(followGeometry({ ...CUBE, crossline: { first: 300, last: 304, step: 1, count: 5 } }));
    expect(store.getState().positions['cube']?.crossline).toBe(4);
  });

  test('a cube that turns out to be none shows its traces', () => {
    const store = createViewStore();
    store.setState(activateSurvey(CUBE));
    store.setState(followGeometry({ ...LINE, id: 'cube' }));
    expect(store.getState().orientation).toBe('traces');
  });

  test('keeps its place when the engine gives the survey another id', () => {
    const store = createViewStore();
    store.setState(activateSurvey(CUBE));
    store.setState(moveTo(CUBE, 'inline', 3, 1));
    store.setState(renameSurvey('cube', 'cube2'));
    expect(store.getState().activeSurveyId).toBe('cube2');
    expect(store.getState().positions['cube2']?.inline).toBe(3);
    expect(store.getState().positions['cube']).toBeUndefined();
  });

  test('forgets a closed survey', () => {
    const store = createViewStore();
    store.setState(activateSurvey(CUBE));
    store.setState(forgetSurvey('cube'));
    expect(store.getState()).toMatchObject({ activeSurveyId: null, positions: {} });
  });

  test('moves a gather along its inline, as the crossline', () => {
    const store = createViewStore();
    store.setState(activateSurvey(GATHERS));
    store.setState(moveTo(GATHERS, 'gather', 7, 1));
    const positions = store.getState().positions['gathers']!;
    expect(positions.crossline).toBe(7);
    expect(planeOf(GATHERS, 'gather', positions)).toEqual({ orientation: 'gather', index: 7, inline: 5 });
  });

  test('keeps the offset of gathers within those that there are', () => {
    const store = createViewStore();
    store.setState(activateSurvey(GATHERS));
    store.setState(select(GATHERS, { kind: 'offset', index: offsetIndex(99) }));
    expect(store.getState().positions['gathers']?.selection).toEqual({ kind: 'offset', index: 2 });
    store.setState(select(GATHERS, { kind: 'stack' }));
    // The scan found one trace a position: there is nothing to stack.
    store.setState(followGeometry({ ...CUBE, id: 'gathers' }));
    expect(store.getState().positions['gathers']?.selection).toEqual({ kind: 'offset', index: 0 });
  });

  test('starts a line at its first trace, and shows as much of it as there is', () => {
    const store = createViewStore();
    store.setState(activateSurvey(TWO_LINES));
    store.setState(chooseLine(TWO_LINES, lineIndex(1)));
    const positions = store.getState().positions['lines']!;
    expect(planeOf(TWO_LINES, 'traces', positions)).toEqual({ orientation: 'traces', index: 0, count: 2000, line: 1 });
    // Split another way, the file has one line only.
    const whole = { ...TWO_LINES, lines: { ...TWO_LINES.lines!, lines: TWO_LINES.lines!.lines.slice(0, 1) } };
    store.setState(followGeometry(whole));
    expect(store.getState().positions['lines']?.line).toBe(0);
  });
});
