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
 * Drops the error classes of AWS clients that no adapter names: such an error arrives as the service's
 * base exception, with its `name` unchanged.
 */
export const namedErrors: Plugin = {
  name: 'named-errors',
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
