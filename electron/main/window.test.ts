import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { loadPage, windowOptions } from './window.ts';

function createStubWindow() {
  const handlers: { open?: () => unknown; permission?: (...parameters: unknown[]) => void } = {};
  const webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => unknown) => (handlers.open = handler),
    session: {
      setPermissionRequestHandler: (handler: (...parameters: unknown[]) => void) => (handlers.permission = handler),
    },
  });
  const window = Object.assign(new EventEmitter(), {
    webContents,
    show: vi.fn(),
    loadURL: vi.fn(() => Promise.resolve()),
  });
  return { window, webContents, handlers };
}

test('the page is isolated from Node and from the preload', () => {
  const { webPreferences } = windowOptions('/preload.cjs', '/icon.png');
  expect(webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('the window shows when painted, and goes nowhere else', async () => {
  const { window, webContents, handlers } = createStubWindow();
  await loadPage(window as unknown as BrowserWindow);
  expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('crossline://app/index.html');
  expect(window.show).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(window.show).toHaveBeenCalledOnce();

  expect(handlers.open?.()).toEqual({ action: 'deny' });
  const away = { url: 'https://example.org/', preventDefault: vi.fn() };
  webContents.emit('will-navigate', away);
  expect(away.preventDefault).toHaveBeenCalledOnce();
  const reload = { url: 'crossline://app/index.html', preventDefault: vi.fn() };
  webContents.emit('will-navigate', reload);
  expect(reload.preventDefault).not.toHaveBeenCalled();

  const answers: [string, boolean][] = [];
  for (const permission of ['clipboard-sanitized-write', 'geolocation', 'media'])
    handlers.permission?.(null, permission, (allowed: boolean) => answers.push([permission, allowed]));
  expect(answers).toEqual([
    ['clipboard-sanitized-write', true],
    ['geolocation', false],
    ['media', false],
  ]);
});
