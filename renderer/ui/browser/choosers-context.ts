/** How files and folders are chosen here: by the system's dialogs, or the page's own where the host has none. */
import { createContext, useContext } from 'react';

export interface Choosers {
  readonly openFiles: () => void;
  readonly openFolder: () => void;
}

const nothing = (): void => undefined;

export const ChoosersContext = createContext<Choosers>({ openFiles: nothing, openFolder: nothing });

export const useChoosers = (): Choosers => useContext(ChoosersContext);
