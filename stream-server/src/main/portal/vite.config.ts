import { defineConfig } from 'vitest/config';
import { pageParts } from './build/pageParts.ts';
import { slimHls } from './build/slimHls.ts';

// The dev server hands everything but the pages to a running StreamGate.
const gate = process.env['STREAMGATE_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [slimHls(), pageParts()],
  build: {
    outDir: process.env['PORTAL_OUT'] ?? 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: address would be refused by the page's Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome90', 'edge90', 'firefox90', 'safari14'],
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': gate, '/streams': gate } },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
