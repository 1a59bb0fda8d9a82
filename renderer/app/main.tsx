/** Starts the page in either host. */
import './language-guard.ts';
import { Tooltip } from 'radix-ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createViewer, ViewerProvider } from '../bindings/viewer.tsx';
import { FrameMemory } from '../engine-client/frame-memory.ts';
import { receivePort } from '../engine-client/port-transport.ts';
import { engineAddress, openWebSocket } from '../engine-client/websocket-transport.ts';
import { Shell } from '../ui/shell/Shell.tsx';
import '../ui/theme/base.css';
import '../ui/theme/fonts.css';
import '../ui/theme/tokens.css';
import { hostBridge } from './host-bridge.ts';

const TOOLTIP_DELAY_MS = 500;

const bridge = hostBridge();
const memory = new FrameMemory();
const viewer = createViewer(
  () => (bridge === null ? openWebSocket(engineAddress(window.location), memory) : receivePort(window)),
  memory,
  window.localStorage,
);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <ViewerProvider value={viewer}>
      <Tooltip.Provider delayDuration={TOOLTIP_DELAY_MS}>
        <Shell pathOfFile={bridge === null ? null : (file) => bridge.pathOfFile(file)} />
      </Tooltip.Provider>
    </ViewerProvider>
  </StrictMode>,
);
