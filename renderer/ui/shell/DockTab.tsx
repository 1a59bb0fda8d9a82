import { DockviewDefaultTab, type IDockviewPanelHeaderProps } from 'dockview-react';

/** Docks are not closed by their tabs: nothing would bring them back, and the timing has its key and its button. */
export const DockTab = (props: IDockviewPanelHeaderProps) => <DockviewDefaultTab {...props} hideClose />;
