import packageFile from '../../package.json' with { type: 'json' };

/** The names of `browserslist`, and what MDN's compatibility data and the builder call the same. */
const NAMES = {
  chrome: { mdn: 'chrome', builder: 'chrome' },
  and_chr: { mdn: 'chrome_android', builder: 'chrome' },
  android: { mdn: 'webview_android', builder: 'chrome' },
  edge: { mdn: 'edge', builder: 'edge' },
  /** Built on another's number, which `android` and `chrome` bring. */
  samsung: { mdn: 'samsunginternet_android', builder: undefined },
  firefox: { mdn: 'firefox', builder: 'firefox' },
  and_ff: { mdn: 'firefox_android', builder: 'firefox' },
  safari: { mdn: 'safari', builder: 'safari' },
  ios_saf: { mdn: 'safari_ios', builder: 'ios' },
} as const;

export type MdnBrowser = (typeof NAMES)[keyof typeof NAMES]['mdn'];

export interface SupportedBrowser {
  readonly name: keyof typeof NAMES;
  readonly mdn: MdnBrowser;
  /** The oldest supported. */
  readonly version: string;
}

const isName = (name: string): name is keyof typeof NAMES => Object.hasOwn(NAMES, name);

function read(line: string): SupportedBrowser {
  const [, name = '', version = ''] = /^(\w+) >= ([\d.]+)$/.exec(line) ?? [];
  if (!isName(name)) throw new Error(`browserslist: “${line}” is not “browser >= version”`);
  return { name, mdn: NAMES[name].mdn, version };
}

/** The `browserslist` of package.json: each line one browser and its oldest version. */
export const SUPPORTED_BROWSERS: readonly SupportedBrowser[] = packageFile.browserslist.map(read);

/** The same for Vite, which turns syntax and styles into what these know. */
export const buildTargets = (): string[] => [
  ...new Set(
    SUPPORTED_BROWSERS.flatMap(({ name, version }) => {
      const { builder } = NAMES[name];
      return builder ? [`${builder}${version}`] : [];
    }),
  ),
];
