/** The system's open dialogs. Only some systems have one for both files and folders. */
import type { BrowserWindow, Dialog } from 'electron';
import type { HostDialogs } from '../engine/engine-options.ts';

export const openDialogs = (dialog: Pick<Dialog, 'showOpenDialog'>, window: BrowserWindow): HostDialogs => ({
  chooseFiles: async () => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Open survey',
      properties: ['openFile', 'multiSelections'],
      filters: FILTERS,
    });
    return canceled ? [] : filePaths;
  },
  chooseFolder: async () => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: 'Open folder',
      properties: ['openDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
});

const FILTERS = [
  {
    name: 'Surveys',
    extensions: ['sgy', 'segy', 'SGY', 'SEGY', 'seg-y', 'su', 'SU', 'h5', 'H5', 'hdf5', 'hdf', 'nc', 'seisnc'],
  },
  { name: 'All files', extensions: ['*'] },
];
