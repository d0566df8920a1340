import { plainUsers, type User } from '../identity/user.ts';
import type { LocalUrls } from './local-urls.ts';

/** The lists of the page at /local. */
export type Tab =
  | 'mails'
  | 'texts'
  | 'events'
  | 'executions'
  | 'objects'
  | 'dead-letters'
  | 'notifications';

/** What the application's guide shows on the local page; `plainGuide` if it has none. */
export type Guide = {
  /** In the heading of the page at /local. */
  readonly name: string;
  /** Who may sign in; gets the groups of the user pool. */
  readonly users: (groups: readonly string[]) => User[];
  /** At the head of the page: what each is called → where it leads. */
  readonly links: (urls: LocalUrls) => Record<string, string>;
  /** Served as `/local/{name}`. */
  readonly files: Record<string, LocalFile>;
  /** Addresses whose path begins so are offered as on a phone, too. */
  readonly phonePath?: string;
  /** What a list says while it is empty. */
  readonly empty: Partial<Record<Tab, string>>;
};

export type LocalFile = { readonly type: string; readonly read: () => Buffer };

export const plainGuide: Guide = {
  name: 'AWS',
  users: plainUsers,
  links: ({ api, functionUrls }) => ({ api, ...functionUrls }),
  files: {},
  empty: {},
};
