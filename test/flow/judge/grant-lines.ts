import type { Grant } from '../../../infra/local/iam/policies.ts';

/** CDK's hash, and the stack, say nothing to whoever reads the table. */
const plain = (text: string) =>
  text
    .replace(/Sigillo(Service|Data|Web)-/g, '')
    .replace(/[0-9A-F]{8}(?![0-9A-Z])/g, '')
    .replace(/^arn:aws:(\w*):[\w-]*:\d*:/, '$1:');

/** Role, action and resource, as the tables of unseen grants have them. */
export const line = ({ role, action, resource }: Grant): string =>
  `${plain(role).replace(/Role$/, '')} ${action} ${plain(resource)}`;

/** CDK's own function that copies the pages does not run here: its work is done when the template is read. */
export const isOurs = ({ role }: Grant): boolean => !/^SigilloWeb-|PagesRole/.test(role);

/** The first word of an argued line may be `*`, for every role. */
const covers = (argued: string, grant: string): boolean =>
  argued.startsWith('* ')
    ? new RegExp(
        `^\\S+ ${argued
          .slice(2)
          .replace(/[.+?^$()[\]{}|\\]/g, '\\$&')
          .replaceAll('*', '.*')}$`,
      ).test(grant)
    : argued === grant;

/** Those that no argued line covers. */
export const notArgued = (grants: readonly string[], argued: readonly string[]): string[] =>
  grants.filter((grant) => !argued.some((one) => covers(one, grant)));

/** Argued lines that cover no grant any more. */
export const outdated = (grants: readonly string[], argued: readonly string[]): string[] =>
  argued.filter((one) => !grants.some((grant) => covers(one, grant)));
