import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  /** Relative addresses: the page is served at / by the local host and from a folder inside the package by Electron. */
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    /** Nothing becomes a data: address, which the content security policy does not allow for fonts and scripts. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    /** three and dockview come from the local disk: their size costs no download. In kB. */
    chunkSizeWarningLimit: 3000,
  },
});
