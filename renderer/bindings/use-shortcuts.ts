/** The keys of the whole page. Fields, menus and dialogs keep their own. */
import { useEffect } from 'react';
import type { Orientation } from '../../shared/slices.ts';
import { lineIndex, offsetIndex } from '../../shared/units.ts';
import { mayHaveCubeFile } from '../state/cube-file-store.ts';
import { indexCount, orientationsOf, stepOf } from '../state/plane-positions.ts';
import { nextMode } from '../state/scene/scene-store.ts';
import { select } from '../state/view-store.ts';
import { crossingKey } from './crossings/crossing-keys.ts';
import { tieKey, undoKey } from './ties/tie-keys.ts';
import { activeSurvey } from './viewer-stores.ts';
import { useViewer, type Viewer } from './viewer.tsx';

/** Shift steps by ten: one labelled line to the next, in most surveys. */
const LARGE_STEP = 10;

const ORIENTATION_KEYS: Readonly<Record<string, Orientation>> = {
  '1': 'inline',
  '2': 'crossline',
  '3': 'sample',
  '4': 'gather',
  i: 'inline',
  x: 'crossline',
  z: 'sample',
  g: 'gather',
};

const STEP_KEYS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

export interface ShortcutActions {
  toggleHelp(): void;
  openFiles(): void;
  openFolder(): void;
}

export function useShortcuts(actions: ShortcutActions): void {
  const viewer = useViewer();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTaken(event)) return;
      if (event.repeat) {
        // A held key runs on animation frames, not on the system's repeat.
        if (STEP_KEYS[event.key] !== undefined) event.preventDefault();
        return;
      }
      if (act(viewer, actions, event)) event.preventDefault();
    };
    const release = (): void => viewer.mover.release();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', release);
    return () => {
      release();
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', release);
    };
  }, [viewer, actions]);
}

/** What has keys of its own. */
const OWN_KEYS = 'input, textarea, select, [role="dialog"], [role="listbox"], [role="menu"]';

function isTaken(event: KeyboardEvent): boolean {
  if (event.target instanceof Element && event.target.closest(OWN_KEYS) !== null) return true;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return !isPlain && !(['o', 'z'].includes(event.key.toLowerCase()) && (event.ctrlKey || event.metaKey));
}

/** True where the key meant something. */
function act(viewer: Viewer, actions: ShortcutActions, event: KeyboardEvent): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'o' && (event.ctrlKey || event.metaKey)) {
    if (event.shiftKey) actions.openFolder();
    else actions.openFiles();
    return true;
  }
  if (key === 'z' && (event.ctrlKey || event.metaKey)) return undoKey(viewer, event.shiftKey);
  if (key === '?') {
    actions.toggleHelp();
    return true;
  }
  if (key === 't') {
    viewer.stores.preferences.setState(({ isTimingShown }) => ({ isTimingShown: !isTimingShown }));
    return true;
  }
  if (key === 'h' && activeSurvey(viewer.stores) !== null) {
    viewer.stores.headers.setState(({ isShown }) => ({ isShown: !isShown }));
    return true;
  }
  if (key === 'a' && activeSurvey(viewer.stores)?.info.kind === 'line') {
    viewer.stores.along.setState(({ isShown }) => ({ isShown: !isShown }));
    return true;
  }
  if (key === 'b') {
    viewer.map.toggle();
    return true;
  }
  if (key === 'l' && viewer.stores.session.getState().surveys.some(({ info }) => info.lines !== null)) {
    viewer.stores.scene.setState(nextMode);
    return true;
  }
  if (key === 'm') {
    const info = activeSurvey(viewer.stores)?.info;
    if (info === undefined || info.path === null) return false;
    if (info.dataset !== null) void viewer.datasets.open(info.path);
    else if (info.mapping !== null) void viewer.assistant.open(info.path);
    else return false;
    return true;
  }
  if (key === 'c') {
    const info = activeSurvey(viewer.stores)?.info;
    if (info === undefined || !mayHaveCubeFile(info)) return false;
    viewer.cubes.show(info.id);
    return true;
  }
  return (
    crossingKey(viewer, key) ||
    tieKey(viewer, key) ||
    chooseOrientation(viewer, key) ||
    stepOffset(viewer, key) ||
    move(viewer, key, event)
  );
}

function chooseOrientation({ stores }: Viewer, key: string): boolean {
  const orientation = ORIENTATION_KEYS[key];
  const survey = activeSurvey(stores);
  if (orientation === undefined || survey === null) return false;
  if (!orientationsOf(survey.info).includes(orientation)) return false;
  stores.view.setState({ orientation });
  return true;
}

const OFFSET_KEYS: Readonly<Record<string, 1 | -1>> = { '[': -1, ']': 1 };

function stepOffset({ stores }: Viewer, key: string): boolean {
  const direction = OFFSET_KEYS[key];
  const survey = activeSurvey(stores);
  if (direction === undefined || survey === null) return false;
  if (survey.info.gathers === null) return false;
  const selection = stores.view.getState().positions[survey.info.id]?.selection;
  const index = selection?.kind === 'offset' ? selection.index + direction : 0;
  stores.view.setState(select(survey.info, { kind: 'offset', index: offsetIndex(index) }));
  return true;
}

function move({ stores, mover }: Viewer, key: string, event: KeyboardEvent): boolean {
  const survey = activeSurvey(stores);
  if (survey === null) return false;
  const { orientation, positions } = stores.view.getState();
  const line = positions[survey.info.id]?.line ?? lineIndex(0);
  const direction = STEP_KEYS[key];
  if (direction !== undefined) {
    const step = stepOf(survey.info, orientation, line) * (event.shiftKey ? LARGE_STEP : 1);
    mover.hold(orientation, direction * step, event.timeStamp);
    return true;
  }
  if (key !== 'Home' && key !== 'End') return false;
  mover.moveTo(orientation, key === 'Home' ? 0 : indexCount(survey.info, orientation, line) - 1, event.timeStamp);
  return true;
}
