import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShortcuts } from '../../bindings/use-shortcuts.ts';
import { useDocumentTheme } from '../../bindings/use-theme.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { MappingAssistant } from '../assistant/MappingAssistant.tsx';
import { FileBrowser } from '../browser/FileBrowser.tsx';
import { OpenFilesContext } from '../browser/open-files-context.ts';
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
  const { stores, commands } = useViewer();
  const hasSurveys = useStore(stores.session, (state) => state.surveys.length > 0);
  const hasDialogs = useStore(stores.session, (state) => state.hello?.nativeDialogs === true);
  const [isBrowsing, setBrowsing] = useState(false);
  const [isHelpShown, setHelpShown] = useState(false);

  const openFiles = useCallback(() => {
    if (hasDialogs) void commands.chooseAndOpen();
    else setBrowsing(true);
  }, [commands, hasDialogs]);
  useShortcuts(useMemo(() => ({ openFiles, toggleHelp: () => setHelpShown((shown) => !shown) }), [openFiles]));
  useDocumentTheme();

  return (
    <OpenFilesContext value={openFiles}>
      <div className={styles['app']}>
        <TopBar onHelp={() => setHelpShown(true)} />
        <Banners />
        {hasSurveys ? <Dock /> : <WelcomeView />}
        <StatusBar />
        <FileBrowser isOpen={isBrowsing} onClose={() => setBrowsing(false)} />
        <MappingAssistant />
        <KeyHelp isOpen={isHelpShown} onClose={() => setHelpShown(false)} />
        <DropTarget pathOfFile={pathOfFile} />
      </div>
    </OpenFilesContext>
  );
}
