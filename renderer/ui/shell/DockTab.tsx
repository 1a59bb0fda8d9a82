import { DockviewDefaultTab, type IDockviewPanelHeaderProps } from 'dockview-react';

/** Only the timing can be closed: its key brings it back, and the others have none. */
export const DockTab = (props: IDockviewPanelHeaderProps) => (
  <DockviewDefaultTab {...props} hideClose={props.api.id !== 'timing'} />
);
