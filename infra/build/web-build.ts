import { type CachedBuild, cachedBuild } from './cached-build.ts';

/** Which browsers the builds are for. */
const BROWSERS = ['package.json', 'infra/build/supported-browsers.ts'];

const VITE = 'node_modules/vite/bin/vite.js';

const viteBuild = (config: string) => (folder: string) => [
  VITE,
  'build',
  '--config',
  config,
  '--outDir',
  folder,
  '--logLevel',
  'warn',
];

/**
 * The folder of the built pages: `pages/` (each page by its name, without an ending) and `assets/`
 * (everything else, each file named after its content).
 */
export const PAGES: CachedBuild = {
  name: 'web',
  command: viteBuild('vite.config.ts'),
  sources: ['web', 'shared', 'vite.config.ts', ...BROWSERS, 'package-lock.json'],
};

export const webBuild = (): string => cachedBuild(PAGES);

/**
 * The folder of the verify page's script and style: `assets/`, and `manifest.json` in which Vite names
 * them. The verifier serves them itself, because it must outlive releases of the other pages.
 */
export const VERIFY_PAGE: CachedBuild = {
  name: 'verify',
  command: viteBuild('web/verify/vite.config.ts'),
  sources: [
    'web/verify',
    'web/ui',
    'shared',
    'infra/build/lean-bundles.ts',
    ...BROWSERS,
    'package-lock.json',
  ],
};

export const verifyBuild = (): string => cachedBuild(VERIFY_PAGE);
