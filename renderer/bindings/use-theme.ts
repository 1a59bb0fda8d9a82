import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useViewer } from './viewer.tsx';

export type Theme = 'light' | 'dark';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

const subscribeToSystem = (listener: () => void): (() => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};

/** The theme in force: the user's choice, or the system's where the user leaves it to it. */
export function useTheme(): Theme {
  const preference = useStore(useViewer().stores.preferences, (state) => state.theme);
  const isSystemDark = useSyncExternalStore(subscribeToSystem, () => darkQuery.matches);
  if (preference !== 'system') return preference;
  return isSystemDark ? 'dark' : 'light';
}

/** Puts the theme on the document, where the design tokens look for it. */
export function useDocumentTheme(): void {
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
