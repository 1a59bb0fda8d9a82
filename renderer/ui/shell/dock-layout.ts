/** Where the docks are at first: what is open and where on the left, the pictures, how they look on the right. */
import type { DockviewApi } from 'dockview-react';

/** CSS pixels. Wide enough for their controls at 1366 x 768, the smallest screen that is designed for. */
const LEFT_WIDTH = 232;
const RIGHT_WIDTH = 276;
const POSITION_HEIGHT = 268;
const TIMING_HEIGHT = 362;
const HEADERS_HEIGHT = 300;

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
  });
  api.addPanel({
    id: 'position',
    component: 'position',
    title: 'Position',
    position: { referencePanel: 'surveys', direction: 'below' },
  });
  api.addPanel({
    id: 'display',
    component: 'display',
    title: 'Display',
    position: { direction: 'right' },
  });
  setSizes(api);
}

/** Once all are there: each panel that is added takes its size from the others. The pictures share what is left. */
function setSizes(api: DockviewApi): void {
  api.getPanel('surveys')?.api.setSize({ width: LEFT_WIDTH });
  api.getPanel('scene')?.api.setSize({ width: ((api.width - LEFT_WIDTH - RIGHT_WIDTH) * 9) / 20 });
  api.getPanel('display')?.api.setSize({ width: RIGHT_WIDTH });
  api.getPanel('position')?.api.setSize({ height: POSITION_HEIGHT });
}

export function showTiming(api: DockviewApi): void {
  if (api.getPanel('timing') !== undefined) return;
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

/** Under everything, over the whole width: a table of many columns. */
export function showHeaders(api: DockviewApi): void {
  if (api.getPanel('headers') !== undefined) return;
  api.addPanel({
    id: 'headers',
    component: 'headers',
    title: 'Headers',
    position: { direction: 'below' },
    initialHeight: HEADERS_HEIGHT,
  });
}

export function hideHeaders(api: DockviewApi): void {
  const panel = api.getPanel('headers');
  if (panel !== undefined) api.removePanel(panel);
}
