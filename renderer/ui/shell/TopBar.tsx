import { CircleHelp, FileUp, FolderOpen, Link2, Monitor, Moon, Sun, Table2, Timer, Waypoints } from 'lucide-react';
import { useStore } from 'zustand';
import iconUrl from '../../../assets/icon.svg';
import { useActiveSurvey } from '../../bindings/use-active-survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import type { ThemePreference } from '../../state/preferences-store.ts';
import { useChoosers } from '../browser/choosers-context.ts';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { ConnectionLight } from './ConnectionLight.tsx';
import styles from './shell.module.css';

const NEXT_THEME: Readonly<Record<ThemePreference, ThemePreference>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const { stores, crossings, ties } = useViewer();
  const { preferences, headers } = stores;
  const { theme, isTimingShown } = useStore(preferences);
  const areHeadersShown = useStore(headers, (state) => state.isShown);
  const areCrossingsShown = useStore(stores.crossings, (state) => state.isTableShown);
  const areTiesShown = useStore(stores.ties, (state) => state.isShown);
  const survey = useActiveSurvey();
  const { openFiles, openFolder } = useChoosers();
  const ThemeIcon = THEME_ICONS[theme];
  return (
    <header className={styles['topBar']}>
      <span className={styles['brand']}>
        <img src={iconUrl} alt="" width={20} height={20} />
        Crossline
      </span>
      <Button onClick={openFiles}>
        <FileUp aria-hidden /> Open…
      </Button>
      <Button onClick={openFolder}>
        <FolderOpen aria-hidden /> Folder…
      </Button>
      <span className={styles['surveyName']}>{survey?.info.path ?? survey?.info.name ?? ''}</span>
      <span className={styles['spring']} />
      <ConnectionLight />
      <IconButton
        label="Crossings"
        shortcut="R"
        aria-pressed={areCrossingsShown}
        disabled={survey === null}
        onClick={() => crossings.toggleTable()}
      >
        <Waypoints aria-hidden />
      </IconButton>
      <IconButton
        label="Ties"
        shortcut="W"
        aria-pressed={areTiesShown}
        disabled={survey === null}
        onClick={() => ties.togglePanel()}
      >
        <Link2 aria-hidden />
      </IconButton>
      <IconButton
        label="Headers"
        shortcut="H"
        aria-pressed={areHeadersShown}
        disabled={survey === null}
        onClick={() => headers.setState({ isShown: !areHeadersShown })}
      >
        <Table2 aria-hidden />
      </IconButton>
      <IconButton
        label="Timing"
        shortcut="T"
        aria-pressed={isTimingShown}
        onClick={() => preferences.setState({ isTimingShown: !isTimingShown })}
      >
        <Timer aria-hidden />
      </IconButton>
      <IconButton label={`Theme: ${theme}`} onClick={() => preferences.setState({ theme: NEXT_THEME[theme] })}>
        <ThemeIcon aria-hidden />
      </IconButton>
      <IconButton label="Keys" shortcut="?" onClick={onHelp}>
        <CircleHelp aria-hidden />
      </IconButton>
    </header>
  );
}
