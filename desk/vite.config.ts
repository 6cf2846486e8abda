import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes a packed twin beside each text file, which the service sends to whoever can unpack it. */
const packed: Plugin = {
  name: 'packed',
  writeBundle({ dir = 'dist' }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css|svg)$/.test(each))) {
      const path = join(dir, name);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [react(), packed],
  // A nonce in the page, not in the files: the service gives a fresh one to each page that it sends.
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:8000', ws: true }, '/desk': 'http://127.0.0.1:8000' } },
});
