import type { Grant } from '../../../infra/local/iam/policies.ts';

/** Removes CDK's hash and the stack name, which mean nothing to a reader. */
const plain = (text: string) =>
  text
    .replace(/Sigillo(Service|Data|Web)-/g, '')
    .replace(/[0-9A-F]{8}(?![0-9A-Z])/g, '')
    .replace(/^arn:aws:(\w*):[\w-]*:\d*:/, '$1:');

/** Role, action and resource, in the notation of the tables of unseen grants. */
export const line = ({ role, action, resource }: Grant): string =>
  `${plain(role).replace(/Role$/, '')} ${action} ${plain(resource)}`;

/**
 * CDK's function that copies the pages does not run locally: the target does that work when it reads the
 * template.
 */
export const isOurs = ({ role }: Grant): boolean => !/^SigilloWeb-|PagesRole/.test(role);

/** The first word of an explained line may be `*`, for every role. */
const covers = (argued: string, grant: string): boolean =>
  argued.startsWith('* ')
    ? new RegExp(
        `^\\S+ ${argued
          .slice(2)
          .replace(/[.+?^$()[\]{}|\\]/g, '\\$&')
          .replaceAll('*', '.*')}$`,
      ).test(grant)
    : argued === grant;

/** Unused grants without an explanation. */
export const notArgued = (grants: readonly string[], argued: readonly string[]): string[] =>
  grants.filter((grant) => !argued.some((one) => covers(one, grant)));

/** Explanations that no longer match a grant. */
export const outdated = (grants: readonly string[], argued: readonly string[]): string[] =>
  argued.filter((one) => !grants.some((grant) => covers(one, grant)));
