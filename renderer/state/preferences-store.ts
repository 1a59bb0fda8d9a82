/** What the user prefers on this computer. Kept in the browser's local storage. */
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

export type ThemePreference = 'system' | 'light' | 'dark';

export interface PreferencesState {
  readonly theme: ThemePreference;
  readonly isTimingShown: boolean;
  /** Paths of surveys for which no cube file is wanted: it is not offered again. */
  readonly declinedCubes: readonly string[];
}

const STORAGE_KEY = 'crossline.preferences';

/** @param storage where they are kept; `localStorage` in the page */
export const createPreferencesStore = (storage: StateStorage) =>
  createStore<PreferencesState>()(
    persist((): PreferencesState => ({ theme: 'system', isTimingShown: false, declinedCubes: [] }), {
      name: STORAGE_KEY,
      version: 1,
      storage: createJSONStorage(() => storage),
    }),
  );

export type PreferencesStore = ReturnType<typeof createPreferencesStore>;
