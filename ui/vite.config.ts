import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  server: { port: 1420, strictPort: true, host: '127.0.0.1' },
  build: {
    // WebView2 is evergreen, WebKitGTK is 2.40 at least.
    target: ['chrome111', 'safari16.4'],
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    // Both engines know modulepreload; the polyfill would be a script that fetches.
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
