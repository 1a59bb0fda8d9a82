/** Where the docks are at first: what is open and where on the left, the pictures, how they look on the right. */
import type { DockviewApi } from 'dockview-react';

/** CSS pixels. Wide enough for their controls at 1366 x 768, the smallest screen that is designed for. */
const LEFT_WIDTH = 232;
const RIGHT_WIDTH = 276;
const POSITION_HEIGHT = 268;
const TIMING_HEIGHT = 362;
const HEADERS_HEIGHT = 300;
const CROSSINGS_HEIGHT = 240;
const TIES_HEIGHT = 240;

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
    id: 'map',
    component: 'map',
    title: 'Map',
    position: { referencePanel: 'scene', direction: 'within' },
    inactive: true,
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

/** Map and 3D view share a place: one is in front of the other. */
export const showMap = (api: DockviewApi): void => api.getPanel('map')?.api.setActive();

export const hideMap = (api: DockviewApi): void => {
  // Where the user has moved the map to a place of its own, it stays.
  const [map, scene] = [api.getPanel('map'), api.getPanel('scene')];
  if (map?.group === scene?.group) scene?.api.setActive();
};

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

export const hideTiming = (api: DockviewApi): void => hidePanel(api, 'timing');

/** Under everything, over the whole width: tables of many columns, one behind the other. */
export function showHeaders(api: DockviewApi): void {
  showTable(api, { id: 'headers', title: 'Headers', initialHeight: HEADERS_HEIGHT });
}

export function showCrossings(api: DockviewApi): void {
  showTable(api, { id: 'crossings', title: 'Crossings', initialHeight: CROSSINGS_HEIGHT });
}

export function showTies(api: DockviewApi): void {
  showTable(api, { id: 'ties', title: 'Ties', initialHeight: TIES_HEIGHT });
}

const TABLES = ['headers', 'crossings', 'ties'] as const;

interface TablePanel {
  readonly id: (typeof TABLES)[number];
  readonly title: string;
  readonly initialHeight: number;
}

function showTable(api: DockviewApi, { id, title, initialHeight }: TablePanel): void {
  if (api.getPanel(id) !== undefined) return;
  const other = TABLES.map((table) => api.getPanel(table)).find((panel) => panel !== undefined);
  if (other === undefined) api.addPanel({ id, component: id, title, position: { direction: 'below' }, initialHeight });
  else api.addPanel({ id, component: id, title, position: { referencePanel: other, direction: 'within' } });
}

export const showSplit = (api: DockviewApi): void => showOverSection(api, 'split', 'Crossing');
export const showTie = (api: DockviewApi): void => showOverSection(api, 'tie', 'Tie');

/** In the place of the section, which stays behind it; comes to the front where it is there already. */
function showOverSection(api: DockviewApi, id: 'split' | 'tie', title: string): void {
  const shown = api.getPanel(id);
  if (shown !== undefined) {
    shown.api.setActive();
    return;
  }
  const position = { referencePanel: 'section', direction: 'within' } as const;
  api.addPanel({ id, component: id, title, renderer: 'always', position });
}

/** Under the section, whose traces it has: one above the other they are easiest to compare. */
export function showAlong(api: DockviewApi): void {
  if (api.getPanel('along') !== undefined) return;
  api.addPanel({
    id: 'along',
    component: 'along',
    title: 'Cube along the line',
    renderer: 'always',
    position: { referencePanel: 'section', direction: 'below' },
  });
}

export const hideAlong = (api: DockviewApi): void => hidePanel(api, 'along');
export const hideSplit = (api: DockviewApi): void => hidePanel(api, 'split');
export const hideTie = (api: DockviewApi): void => hidePanel(api, 'tie');
export const hideHeaders = (api: DockviewApi): void => hidePanel(api, 'headers');
export const hideTies = (api: DockviewApi): void => hidePanel(api, 'ties');
export const hideCrossings = (api: DockviewApi): void => hidePanel(api, 'crossings');

function hidePanel(api: DockviewApi, id: string): void {
  const panel = api.getPanel(id);
  if (panel !== undefined) api.removePanel(panel);
}
