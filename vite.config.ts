import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const WORTH_PACKING = /\.(js|css|html|svg)$/;

/** Writes `x.br` and `x.gz` beside each text file, so that the server only has to pick one. */
function packed(folder: string): Plugin {
  return {
    name: 'heed-packed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = path.join(folder, name);
        if (!WORTH_PACKING.test(name) || statSync(file).size < 512) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** What every screen needs goes into one file beside the entry: a first load asks for few things and none after another. */
function isGround(id: string): boolean {
  if (/rolldown|preload-helper/.test(id)) return true;
  if (/node_modules/.test(id)) return true;
  return (
    /src\/(model\/(person|finding|member|act)\.ts|web\/(ui|shell|query|messages\/[a-z-]+\.ts|session\/gate|router|main|people\/(people-search|list-query)|conversations\/finding-words|promises\/use-promise-tick))/.test(
      id,
    ) && !/keys-help/.test(id)
  );
}

const api = process.env.HEED_DEV_API ?? 'http://127.0.0.1:4600';

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [react(), packed('dist/web')],
  server: { proxy: { '/api': api, '/rpc': api } },
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'heed', test: isGround }] } } },
  },
});
