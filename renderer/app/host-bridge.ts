/** What the Electron preload offers, if there is one. */
import { HOST_BRIDGE, type HostBridge } from '../../shared/host-bridge.ts';

export function hostBridge(): HostBridge | null {
  const bridge: unknown = Reflect.get(window, HOST_BRIDGE);
  return isHostBridge(bridge) ? bridge : null;
}

const isHostBridge = (value: unknown): value is HostBridge =>
  typeof value === 'object' && value !== null && 'pathOfFile' in value;
