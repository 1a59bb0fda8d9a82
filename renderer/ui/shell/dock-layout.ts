/** Where the docks are at first: what is open and where on the left, the pictures, how they look on the right. */
import type { DockviewApi } from 'dockview-react';

/** CSS pixels. Wide enough for their controls at 1366 x 768, the smallest screen that is designed for. */
const LEFT_WIDTH = 232;
const RIGHT_WIDTH = 276;
const POSITION_HEIGHT = 268;
const TIMING_HEIGHT = 356;

export function addInitialPanels(api: DockviewApi): void {
  api.addPanel({ id: 'section', component: 'section', title: 'Section', renderer: 'always' });
  api.addPanel({
    id: 'scene',
    component: 'scene',
    title: '3D',
    renderer: 'always',
    position: { referencePanel: 'section', direction: 'left' },
  });
  api.addPanel({
    id: 'surveys',
    component: 'surveys',
    title: 'Surveys',
    position: { direction: 'left' },
    initialWidth: LEFT_WIDTH,
  });
  api.addPanel({
    id: 'position',
    component: 'position',
    title: 'Position',
    position: { referencePanel: 'surveys', direction: 'below' },
    initialHeight: POSITION_HEIGHT,
  });
  api.addPanel({
    id: 'display',
    component: 'display',
    title: 'Display',
    position: { direction: 'right' },
    initialWidth: RIGHT_WIDTH,
  });
  shareEvenly(api);
}

/** The two pictures get the same width; dockview gives the second all that is left. */
function shareEvenly(api: DockviewApi): void {
  const scene = api.getPanel('scene');
  const section = api.getPanel('section');
  if (scene === undefined || section === undefined) return;
  const width = (scene.api.width + section.api.width) / 2;
  scene.api.setSize({ width });
}

export const isTimingShown = (api: DockviewApi): boolean => api.getPanel('timing') !== undefined;

export function showTiming(api: DockviewApi): void {
  if (isTimingShown(api)) return;
  api.addPanel({
    id: 'timing',
    component: 'timing',
    title: 'Timing',
    position: { referencePanel: 'display', direction: 'below' },
    initialHeight: TIMING_HEIGHT,
    inactive: true,
  });
}

export function hideTiming(api: DockviewApi): void {
  const panel = api.getPanel('timing');
  if (panel !== undefined) api.removePanel(panel);
}
