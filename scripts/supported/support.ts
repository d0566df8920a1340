import type { CompatStatement, Identifier } from '@mdn/browser-compat-data';
import { type MdnBrowser, SUPPORTED_BROWSERS } from '../../infra/build/supported-browsers.ts';

type Statements = CompatStatement['support'][MdnBrowser];

/**
 * Whether a version supports a feature under its own name, without a flag. True for features that MDN does not
 * list.
 */
export function hasFeature(
  compat: CompatStatement | undefined,
  browser: MdnBrowser,
  version: string,
): boolean {
  const statements = compat?.support[browser];
  return statements === undefined || listed(statements).some((one) => isIn(one, version));
}

const listed = (statements: NonNullable<Statements>) => [statements].flat();

function isIn(one: ReturnType<typeof listed>[number], version: string): boolean {
  const { version_added: added, version_removed: removed } = one;
  if (one.flags || one.prefix || one.alternative_name) return false;
  if (typeof added !== 'string' || added === 'preview') return false;
  return !isNewer(added, version) && (removed === undefined || isNewer(removed, version));
}

function isNewer(one: string, other: string): boolean {
  const parts = (version: string) => version.replace('≤', '').split('.').map(Number);
  const [a, b] = [parts(one), parts(other)];
  for (const [index, part] of a.entries())
    if (part !== (b[index] ?? 0)) return part > (b[index] ?? 0);
  return false;
}

/** The supported browsers that do not have the feature. */
export const lackedBy = ({ __compat }: Identifier): string[] =>
  SUPPORTED_BROWSERS.filter(({ mdn, version }) => !hasFeature(__compat, mdn, version)).map(
    ({ name, version }) => `${name} ${version}`,
  );
