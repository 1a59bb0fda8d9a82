import { once } from 'node:events';
import open from 'open';
import type { Terminal } from './terminal.ts';

/** Opens the system's browser if there is one; without, the printed address is enough. */
export async function openBrowser(address: string, terminal: Terminal): Promise<void> {
  // Without a display xdg-open falls back to browsers that take over the terminal.
  if (process.platform === 'linux' && !hasDisplay()) {
    tellThereIsNone(terminal);
    return;
  }
  try {
    const opener = await open(address);
    void once(opener, 'error').then(() => tellThereIsNone(terminal));
  } catch {
    tellThereIsNone(terminal);
  }
}

/** WSL has no display of its own, but opens the browser of Windows. */
const hasDisplay = (): boolean =>
  ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME'].some((name) => (process.env[name] ?? '') !== '');

const tellThereIsNone = (terminal: Terminal): void =>
  terminal.writeError('There is no browser to open here: open the address in one.\n');
