import type { Plugin } from 'rolldown';

const NAME = 'phone-numbers.json';

const READ = `import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(new URL('./${NAME}', import.meta.url), 'utf8'));`;

/**
 * Phone numbering plans are loaded as JSON beside the bundle: parsing them as code costs three times
 * as much.
 */
export const dataBeside: Plugin = {
  name: 'data-beside',
  transform: {
    filter: { id: /libphonenumber-js\/metadata\.mobile\.json\.js$/ },
    handler(code) {
      const source = code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1);
      this.emitFile({ type: 'asset', fileName: NAME, source: JSON.stringify(JSON.parse(source)) });
      return { code: READ, map: null };
    },
  },
};
