/** Gives the page a port to the engine each time it asks; a reload asks again, and the old port closes with the old page. */
import type { IpcMain, MessagePortMain } from 'electron';
import { ENGINE_PORT, REQUEST_ENGINE_PORT } from '../../shared/host-bridge.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import { portMainTransport } from './port-transport.ts';
import { isPageFrame } from './window.ts';

export interface PortParts {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  readonly createChannel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain };
  /** Attaches the engine to a page. */
  readonly connect: (transport: Transport) => void;
}

export function offerEnginePorts({ ipcMain, createChannel, connect }: PortParts): void {
  ipcMain.on(REQUEST_ENGINE_PORT, (event) => {
    const { senderFrame } = event;
    if (senderFrame === null || !isPageFrame(senderFrame)) return;
    const { port1, port2 } = createChannel();
    connect(portMainTransport(port1));
    senderFrame.postMessage(ENGINE_PORT, null, [port2]);
  });
}
