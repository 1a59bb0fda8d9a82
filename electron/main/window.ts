/** The one window: how it is made, and what it may not do. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { APP_ADDRESS, APP_ORIGIN } from './app-scheme.ts';

export const windowOptions = (preloadPath: string, iconPath: string): BrowserWindowConstructorOptions => ({
  width: 1440,
  height: 900,
  minWidth: 1024,
  minHeight: 640,
  title: 'Crossline',
  icon: iconPath,
  // Shown when the page has painted: no white flash.
  show: false,
  backgroundColor: '#14171a',
  webPreferences: {
    preload: preloadPath,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    // A viewer that stops drawing behind another window would be slow to come back.
    backgroundThrottling: true,
  },
});

/** Whether a frame is the page itself: only it gets a port. */
export const isPageFrame = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);

/** Forbids every other address, window and permission, then loads the page. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.session.setPermissionRequestHandler((_contents, permission, answer) =>
    // The timing overlay's copy button.
    answer(permission === 'clipboard-sanitized-write'),
  );
  window.once('ready-to-show', () => window.show());
  await window.loadURL(APP_ADDRESS);
}
