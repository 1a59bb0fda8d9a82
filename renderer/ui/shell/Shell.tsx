import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShortcuts } from '../../bindings/use-shortcuts.ts';
import { useDocumentTheme } from '../../bindings/use-theme.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { MappingAssistant } from '../assistant/MappingAssistant.tsx';
import { FileBrowser } from '../browser/FileBrowser.tsx';
import { ChoosersContext, type Choosers } from '../browser/choosers-context.ts';
import { CubeFileDialog } from '../cube/CubeFileDialog.tsx';
import { DatasetDialog } from '../dataset/DatasetDialog.tsx';
import { FolderDialog } from '../folder/FolderDialog.tsx';
import { WelcomeView } from '../welcome/WelcomeView.tsx';
import { Banners } from './Banners.tsx';
import { Dock } from './Dock.tsx';
import { DropTarget } from './DropTarget.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import styles from './shell.module.css';

interface ShellProps {
  readonly pathOfFile: ((file: File) => string) | null;
}

/** The whole page. */
export function Shell({ pathOfFile }: ShellProps) {
  const { stores, commands, folders } = useViewer();
  const hasSurveys = useStore(stores.session, (state) => state.surveys.length > 0);
  const hasDialogs = useStore(stores.session, (state) => state.hello?.nativeDialogs === true);
  const [isBrowsing, setBrowsing] = useState(false);
  const [isHelpShown, setHelpShown] = useState(false);

  const choosers = useMemo<Choosers>(
    () =>
      hasDialogs
        ? {
            openFiles: () => void commands.chooseAndOpen(),
            openFolder: () => void folders.chooseAndLookThrough(),
          }
        : // One dialog for both: it shows folders as well as files.
          { openFiles: () => setBrowsing(true), openFolder: () => setBrowsing(true) },
    [commands, folders, hasDialogs],
  );
  useShortcuts(useMemo(() => ({ ...choosers, toggleHelp: () => setHelpShown((shown) => !shown) }), [choosers]));
  useDocumentTheme();

  return (
    <ChoosersContext value={choosers}>
      <div className={styles['app']}>
        <TopBar onHelp={() => setHelpShown(true)} />
        <Banners />
        {hasSurveys ? <Dock /> : <WelcomeView />}
        <StatusBar />
        <FolderDialog />
        <FileBrowser isOpen={isBrowsing} onClose={() => setBrowsing(false)} />
        <MappingAssistant />
        <DatasetDialog />
        <CubeFileDialog />
        <KeyHelp isOpen={isHelpShown} onClose={() => setHelpShown(false)} />
        <DropTarget pathOfFile={pathOfFile} />
      </div>
    </ChoosersContext>
  );
}
