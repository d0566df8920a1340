import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** What pdf.js reads at run time: character maps, the standard fonts, and decoders. */
const pdfjsData = (): Plugin => ({
  name: 'pdfjs-data',
  closeBundle: () => {
    for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
      const source = at(`node_modules/pdfjs-dist/${folder}`);
      cpSync(source, at(`dist/web/assets/pdfjs/${folder}`), { recursive: true });
    }
  },
});

/** The signing page and the console: static files for the web stack. */
export default defineConfig({
  root: at('web'),
  publicDir: false,
  plugins: [pdfjsData()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { sign: at('web/sign/index.html') } },
  },
});
