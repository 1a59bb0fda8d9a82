import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useViewer } from './viewer.tsx';

export type Theme = 'light' | 'dark';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

/**
 * As the last event said. Chromium tells of no change that a script has seen before in `matches`, so reading that while
 * rendering would lose changes.
 */
let isSystemDark = darkQuery.matches;

const subscribeToSystem = (listener: () => void): (() => void) => {
  const follow = (event: MediaQueryListEvent): void => {
    isSystemDark = event.matches;
    listener();
  };
  darkQuery.addEventListener('change', follow);
  return () => darkQuery.removeEventListener('change', follow);
};

/** The theme in force: the user's choice, or the system's where the user leaves it to it. */
export function useTheme(): Theme {
  const preference = useStore(useViewer().stores.preferences, (state) => state.theme);
  const isDark = useSyncExternalStore(subscribeToSystem, () => isSystemDark);
  if (preference !== 'system') return preference;
  return isDark ? 'dark' : 'light';
}

/** Puts the theme on the document, where the design tokens look for it. */
export function useDocumentTheme(): void {
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
