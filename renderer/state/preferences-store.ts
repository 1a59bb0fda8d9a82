/** What the user prefers on this computer. Kept in the browser's local storage. */
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

export type ThemePreference = 'system' | 'light' | 'dark';

export interface PreferencesState {
  readonly theme: ThemePreference;
  readonly isTimingShown: boolean;
}

const STORAGE_KEY = 'crossline.preferences';

/** @param storage where they are kept; `localStorage` in the page */
export const createPreferencesStore = (storage: StateStorage) =>
  createStore<PreferencesState>()(
    persist((): PreferencesState => ({ theme: 'system', isTimingShown: false }), {
      name: STORAGE_KEY,
      version: 1,
      storage: createJSONStorage(() => storage),
    }),
  );

export type PreferencesStore = ReturnType<typeof createPreferencesStore>;
