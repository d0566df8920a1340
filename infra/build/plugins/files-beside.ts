import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Matches a file read relative to `import.meta`. */
const BESIDE = /new URL\(\s*['"]\.\/([\w/.-]+)['"],\s*import\.meta\.url\s*\)/g;

/** Copies files that a module reads relative to itself to the same relative path beside the bundle. */
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
