import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

const adapters = join(import.meta.dirname, '../../../shared/aws');

/** Every word of the adapters: the errors that they tell apart are among them. */
const words = new Set(
  readdirSync(adapters, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(adapters, file), 'utf8').match(/\w+/g) ?? []),
);

const REGISTERED = /^\w+\.registerError\(\w+\$, (\w+)\);$/gm;

/**
 * An AWS client has a class for each error of its service, which no bundler drops. One that no adapter
 * names is left out: it arrives as the service's general exception, under its own name.
 */
export const toldErrors: Plugin = {
  name: 'told-errors',
  transform: {
    filter: { id: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ },
    handler: (code) => ({
      code: code.replace(REGISTERED, (line, name: string) =>
        name.endsWith('ServiceException') || words.has(name) ? line : '',
      ),
      map: null,
    }),
  },
};
