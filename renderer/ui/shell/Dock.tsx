import { DockviewReact, type DockviewApi, type DockviewReadyEvent, type DockviewTheme } from 'dockview-react';
import 'dockview-react/dist/styles/dockview.css';
import { useEffect, useState, type FunctionComponent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useViewer } from '../../bindings/viewer.tsx';
import { CrossingsPanel } from '../crossings/CrossingsPanel.tsx';
import { SplitPanel } from '../crossings/split/SplitPanel.tsx';
import { DisplayPanel } from '../display/DisplayPanel.tsx';
import { HeadersPanel } from '../headers/HeadersPanel.tsx';
import { MapPanel } from '../map/MapPanel.tsx';
import { PositionPanel } from '../position/PositionPanel.tsx';
import { ScenePanel } from '../scene/ScenePanel.tsx';
import { AlongPanel } from '../section/along/AlongPanel.tsx';
import { SectionPanel } from '../section/SectionPanel.tsx';
import { TiePanel } from '../ties/TiePanel.tsx';
import { TiesPanel } from '../ties/network/TiesPanel.tsx';
import { TimingPanel } from '../timing/TimingPanel.tsx';
import { SurveyTreePanel } from '../tree/SurveyTreePanel.tsx';
import * as layout from './dock-layout.ts';
import { DockTab } from './DockTab.tsx';
import './dock-theme.css';
import styles from './shell.module.css';

const scrolling = (Panel: FunctionComponent) =>
  function ScrollingPanel() {
    return (
      <div className={styles['scroll']} tabIndex={-1}>
        <Panel />
      </div>
    );
  };

const PANELS = {
  surveys: scrolling(SurveyTreePanel),
  position: scrolling(PositionPanel),
  scene: ScenePanel,
  map: MapPanel,
  section: SectionPanel,
  along: AlongPanel,
  split: SplitPanel,
  tie: TiePanel,
  headers: HeadersPanel,
  crossings: CrossingsPanel,
  ties: TiesPanel,
  display: scrolling(DisplayPanel),
  timing: scrolling(TimingPanel),
};

const THEME: DockviewTheme = { name: 'crossline', className: 'dockview-theme-crossline' };

/** The work area: docks that can be moved, stacked and resized. */
export function Dock() {
  const { preferences, headers, crossings, along, map, tiePanel, ties } = useViewer().stores;
  const [api, setApi] = useState<DockviewApi | null>(null);

  const onReady = ({ api: ready }: DockviewReadyEvent): void => {
    layout.addInitialPanels(ready);
    // Its tab tells as much as its key.
    ready.getPanel('map')?.api.onDidVisibilityChange(({ isVisible }) => map.setState({ isShown: isVisible }));
    setApi(ready);
  };

  const isTimingWanted = useStore(preferences, (state) => state.isTimingShown);
  const areHeadersWanted = useStore(headers, (state) => state.isShown);
  const isMapWanted = useStore(map, (state) => state.isShown);
  const areCrossingsWanted = useStore(crossings, (state) => state.isTableShown);
  const areTiesWanted = useStore(ties, (state) => state.isShown);
  const isAlongWanted = useStore(along, (state) => state.isShown);
  const isSplitWanted = useStore(crossings, (state) => state.isSplitShown);
  const openedCount = useStore(crossings, (state) => state.openedCount);
  const isTieWanted = useStore(tiePanel, (state) => state.isShown);
  const tieOpenedCount = useStore(tiePanel, (state) => state.openedCount);
  useShown(api, isTimingWanted, layout.showTiming, layout.hideTiming);
  useShown(api, areHeadersWanted, layout.showHeaders, layout.hideHeaders);
  useShown(api, isMapWanted, layout.showMap, layout.hideMap);
  useShown(api, areCrossingsWanted, layout.showCrossings, layout.hideCrossings);
  useShown(api, areTiesWanted, layout.showTies, layout.hideTies);
  useShown(api, isAlongWanted, layout.showAlong, layout.hideAlong);
  useShown(api, isSplitWanted, layout.showSplit, layout.hideSplit, openedCount);
  useShown(api, isTieWanted, layout.showTie, layout.hideTie, tieOpenedCount);

  return (
    <main className={styles['dock']} onKeyDownCapture={keepTabs}>
      <DockviewReact components={PANELS} defaultTabComponent={DockTab} theme={THEME} onReady={onReady} />
    </main>
  );
}

/** The docks' library closes the panel of a focused tab by these keys, and nothing would bring it back (see `DockTab`). */
function keepTabs(event: KeyboardEvent): void {
  const isClosing = event.key === 'Delete' || event.key === 'Backspace';
  if (isClosing && event.target instanceof Element && event.target.closest('[role="tab"]') !== null) {
    event.stopPropagation();
  }
}

type LayoutChange = (api: DockviewApi) => void;

/** @param askedCount raised where the panel is asked for once more */
function useShown(
  api: DockviewApi | null,
  isWanted: boolean,
  show: LayoutChange,
  hide: LayoutChange,
  askedCount = 0,
): void {
  useEffect(() => {
    if (api === null) return;
    if (isWanted) show(api);
    else hide(api);
  }, [api, isWanted, show, hide, askedCount]);
}
