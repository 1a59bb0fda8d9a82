import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { EngineOptions } from '../engine/engine-options.ts';

/** Electron as far as main uses it, recording the order of what is asked of it. */
const electron = vi.hoisted(() => ({ steps: [] as string[], module: {} }));
const engine = vi.hoisted(() => ({ connect: vi.fn(), requestOpen: vi.fn(), close: vi.fn(() => Promise.resolve()) }));
const createEngine = vi.hoisted(() => vi.fn());

vi.mock('electron', () => electron.module);
vi.mock('../engine/create-engine.ts', () => ({ createEngine }));

class StubApp extends EventEmitter {
  readonly isPackaged = true;
  becomeReady: () => void = () => undefined;
  readonly #isFirst: boolean;
  constructor(isFirst: boolean) {
    super();
    this.#isFirst = isFirst;
  }
  readonly quit = vi.fn(() => electron.steps.push('quit'));
  getVersion = () => '1.2.3';
  requestSingleInstanceLock = () => this.#isFirst;
  whenReady = () =>
    new Promise<void>((resolve) => {
      this.becomeReady = () => {
        electron.steps.push('ready');
        resolve();
      };
    });
}

class StubWindow extends EventEmitter {
  readonly restore = vi.fn();
  readonly focus = vi.fn();
  readonly webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn(),
    session: { setPermissionRequestHandler: vi.fn() },
  });
  isMinimized = () => true;
  loadURL = vi.fn((address: string) => {
    electron.steps.push(`load ${address}`);
    return Promise.resolve();
  });
}

async function startMain(isFirst = true) {
  const app = new StubApp(isFirst);
  const windows: StubWindow[] = [];
  const ipcMain = new EventEmitter();
  Object.assign(electron.module, {
    app,
    ipcMain,
    BrowserWindow: function createWindow() {
      const window = new StubWindow();
      windows.push(window);
      return window;
    },
    Menu: { buildFromTemplate: vi.fn(), setApplicationMenu: vi.fn() },
    MessageChannelMain: vi.fn(),
    dialog: {
      showErrorBox: vi.fn(),
      showOpenDialog: vi.fn(() => Promise.resolve({ canceled: false, filePaths: ['/data/a.sgy'] })),
    },
    protocol: {
      registerSchemesAsPrivileged: () => electron.steps.push('register scheme'),
      handle: (scheme: string) => electron.steps.push(`handle ${scheme}`),
    },
    utilityProcess: { fork: vi.fn() },
  });
  await import('./main.ts');
  const open = async (): Promise<StubWindow> => {
    app.becomeReady();
    await vi.waitFor(() => expect(windows[0]?.loadURL).toHaveBeenCalled());
    return windows[0]!;
  };
  return { app, windows, open };
}

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  electron.steps.length = 0;
  createEngine.mockReturnValue(engine);
});

test('the scheme is registered before the program is ready, the page loaded after', async () => {
  const { open } = await startMain();
  await open();
  expect(electron.steps).toEqual(['register scheme', 'ready', 'handle crossline', 'load crossline://app/index.html']);
});

test('the engine is told of the files that the system asked for before it was ready, and of the dialog', async () => {
  const { app, open } = await startMain();
  app.emit('open-file', { preventDefault: vi.fn() }, '/data/early.sgy');
  await open();
  const options = createEngine.mock.calls[0]![0] as EngineOptions;
  expect(options).toMatchObject({ host: 'electron', version: '1.2.3', remembersRecent: true });
  expect(options.requested).toContainEqual({ path: '/data/early.sgy', overrides: null });
  expect(await options.dialogs?.chooseFiles()).toEqual(['/data/a.sgy']);
  expect(await options.dialogs?.chooseFolder()).toBe('/data/a.sgy');
});

test('a second start opens its files in the first one', async () => {
  const { app, open } = await startMain();
  const window = await open();
  app.emit('second-instance', {}, ['/opt/crossline', '--flag', 'b.sgy'], '/data');
  await vi.waitFor(() => expect(engine.requestOpen).toHaveBeenCalled());
  expect(engine.requestOpen).toHaveBeenCalledExactlyOnceWith({ path: '/data/b.sgy', overrides: null });
  expect(window.restore).toHaveBeenCalledOnce();
  expect(window.focus).toHaveBeenCalledOnce();
});

test('and itself ends without a window', async () => {
  const { app, windows } = await startMain(false);
  expect(app.quit).toHaveBeenCalledOnce();
  expect(windows).toHaveLength(0);
  expect(createEngine).not.toHaveBeenCalled();
});

test('quitting waits until the engine has closed', async () => {
  const { app, open } = await startMain();
  await open();
  app.emit('window-all-closed');
  const first = { preventDefault: vi.fn() };
  app.emit('will-quit', first);
  expect(first.preventDefault).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledTimes(2));
  expect(engine.close).toHaveBeenCalledOnce();
  const second = { preventDefault: vi.fn() };
  app.emit('will-quit', second);
  expect(second.preventDefault).not.toHaveBeenCalled();
});
