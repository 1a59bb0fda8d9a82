/**
 * Runs sandboxed between main and page, bundled into one CommonJS file. It hands the page a port to the engine and the
 * paths of dropped files, and nothing else: no Electron object reaches the page.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ENGINE_PORT, HOST_BRIDGE, REQUEST_ENGINE_PORT, type HostBridge } from '../../shared/host-bridge.ts';

const bridge: HostBridge = {
  pathOfFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};
contextBridge.exposeInMainWorld(HOST_BRIDGE, bridge);

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === REQUEST_ENGINE_PORT) ipcRenderer.send(REQUEST_ENGINE_PORT);
});

// Ports do not cross the context bridge, so the port is posted to the page's own window.
ipcRenderer.on(ENGINE_PORT, (event) => {
  window.postMessage(ENGINE_PORT, window.location.origin, [...event.ports]);
});
