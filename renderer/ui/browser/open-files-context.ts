/** How files are chosen here: the system's dialog, or the page's own where the host has none. */
import { createContext, useContext } from 'react';

export const OpenFilesContext = createContext<() => void>(() => undefined);

export const useOpenFiles = (): (() => void) => useContext(OpenFilesContext);
