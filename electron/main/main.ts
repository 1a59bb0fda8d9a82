/**
 * The Electron host: hosts the engine, opens one window on the page, and joins the two with a port. It computes
 * nothing and reads no survey itself.
 */
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, utilityProcess } from 'electron';
import type { RequestedSurvey } from '../../shared/contract.ts';
import { describeFault, faultOf } from '../../shared/errors.ts';
import { createEngine } from '../engine/create-engine.ts';
import { APP_SCHEME, createPageHandler } from './app-scheme.ts';
import { bundleFilesOf } from './bundle-files.ts';
import { offerEnginePorts } from './engine-ports.ts';
import { menuTemplate } from './menu.ts';
import { openDialogs } from './open-dialog.ts';
import { requestedFiles } from './requested-files.ts';
import { createUtilityLauncher } from './utility-launcher.ts';
import { loadPage, windowOptions } from './window.ts';

async function openWindow(requested: readonly RequestedSurvey[]): Promise<void> {
  const files = bundleFilesOf(fileURLToPath(import.meta.url));
  protocol.handle(APP_SCHEME.scheme, createPageHandler(files.pageFolder));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  const window = new BrowserWindow(windowOptions(files.preload, files.icon));
  const engine = createEngine({
    host: 'electron',
    version: app.getVersion(),
    requested,
    remembersRecent: true,
    usesCubeFiles: true,
    launcher: createUtilityLauncher(utilityProcess.fork.bind(utilityProcess), files.jobProcess),
    dialogs: openDialogs(dialog, window),
  });
  offerEnginePorts({ ipcMain, createChannel: () => new MessageChannelMain(), connect: (port) => engine.connect(port) });

  app.on('second-instance', (_event, argv, folder) => {
    void requestedFiles(argv, app.isPackaged, folder)
      .catch(showRefusal)
      .then((files) => {
        for (const requested of files) engine.requestOpen(requested);
      });
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    engine.requestOpen({ path, overrides: null });
  });
  app.on('window-all-closed', () => app.quit());

  // Readers in flight finish and job processes end before the program does.
  let isEngineClosed = false;
  app.on('will-quit', (event) => {
    if (isEngineClosed) return;
    event.preventDefault();
    void engine.close().finally(() => {
      isEngineClosed = true;
      app.quit();
    });
  });
  await loadPage(window);
}

/** A command line that cannot be understood opens nothing, and says so where its user looks. */
function showRefusal(thrown: unknown): RequestedSurvey[] {
  const { message, advice } = describeFault(faultOf(thrown));
  dialog.showErrorBox('Crossline', `${message}\n${advice}`);
  return [];
}

function start(): void {
  const early: RequestedSurvey[] = [];
  // macOS tells files by event, also before the program is ready.
  const takeEarly = (event: { preventDefault(): void }, path: string): void => {
    event.preventDefault();
    early.push({ path, overrides: null });
  };
  app.on('open-file', takeEarly);
  // Not awaited: Electron is ready only after this module has been evaluated.
  void app.whenReady().then(async () => {
    const requested = await requestedFiles(process.argv, app.isPackaged, process.cwd()).catch(showRefusal);
    app.off('open-file', takeEarly);
    await openWindow([...requested, ...early]);
  });
}

protocol.registerSchemesAsPrivileged([APP_SCHEME]);
if (app.requestSingleInstanceLock()) start();
else app.quit();
