/** The system's open dialog. */
import type { BrowserWindow, Dialog } from 'electron';

export async function chooseSurveyFiles(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow,
): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open survey',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'SEG-Y', extensions: ['sgy', 'segy', 'SGY', 'SEGY', 'seg-y'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return canceled ? [] : filePaths;
}
