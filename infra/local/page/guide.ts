import { plainUsers, type User } from '../identity/user.ts';
import type { LocalUrls } from './local-urls.ts';

/** The lists that the page at /local shows. */
export type Tab =
  | 'mails'
  | 'texts'
  | 'events'
  | 'executions'
  | 'objects'
  | 'dead-letters'
  | 'notifications';

/** Content that the application adds to the local page; default: `plainGuide`. */
export type Guide = {
  /** Application's name in the heading of the page at /local. */
  readonly name: string;
  /** Users offered at sign-in, given the groups of the user pool. */
  readonly users: (groups: readonly string[]) => User[];
  /** Links at the top of the page: label → URL. */
  readonly links: (urls: LocalUrls) => Record<string, string>;
  /** Additional files, served as `/local/{name}`. */
  readonly files: Record<string, LocalFile>;
  /** Links whose path starts with this are also offered in a phone-sized view. */
  readonly phonePath?: string;
  /** Text of a list while it is empty. */
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
