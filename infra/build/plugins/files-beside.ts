import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

/** A file that a module reads by its place beside itself. */
const BESIDE = /new URL\(\s*['"]\.\/([\w/.-]+)['"],\s*import\.meta\.url\s*\)/g;

/** Lays each file that a bundled module reads from beside itself in the same place beside the bundle. */
export const filesBeside: Plugin = {
  name: 'files-beside',
  transform: {
    filter: { code: 'import.meta.url', id: /\/(shared|functions)\// },
    handler(code, id) {
      for (const [, fileName = ''] of code.matchAll(BESIDE))
        this.emitFile({
          type: 'asset',
          fileName,
          source: readFileSync(join(dirname(id), fileName)),
        });
    },
  },
};
