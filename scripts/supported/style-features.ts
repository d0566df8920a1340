import data from '@mdn/browser-compat-data' with { type: 'json' };
import type { Identifier } from '@mdn/browser-compat-data';
import { type AtRule, type Container, type Declaration, parse, type Rule } from 'postcss';
import { type Missing, missing } from './missing.ts';
import { lackedBy } from './support.ts';

const css = data.css as Readonly<
  Record<'properties' | 'selectors' | 'at-rules' | 'types', Identifier>
>;

/** Units of one kind share an entry of MDN's. */
const UNITS: Readonly<Record<string, string>> = {
  dv: 'viewport_percentage_units_dynamic',
  lv: 'viewport_percentage_units_large',
  sv: 'viewport_percentage_units_small',
  cq: 'container_query_length_units',
};

/** Types, functions and keywords of values by name, whatever group MDN lists them in. */
const VALUES = new Map<string, Identifier>(named(css.types));

function* named(node: Identifier): Generator<[string, Identifier]> {
  for (const [name, child] of Object.entries(node)) {
    if (name === '__compat') continue;
    yield* named(child as Identifier);
    yield [name, child as Identifier];
  }
}

/**
 * CSS features that a style sheet uses and a supported browser lacks. Whatever is within `@supports`, beside its
 * prefixed name, or after another value of the same property has a fallback.
 */
export function missingInStyle(source: string): Missing[] {
  const found = new Map<string, Missing>();
  const check = (feature: string, node: Identifier | undefined) =>
    missing(found, feature, node && lackedBy(node));
  const walk = (container: Container) =>
    container.each((node) => {
      if (node.type === 'atrule') checkAtRule(node, check);
      if (node.type === 'rule') checkSelectors(node, check);
      if (node.type === 'decl') checkDeclaration(node, check);
      if ('nodes' in node && !isSupports(node)) walk(node as Container);
    });
  walk(parse(source));
  return [...found.values()];
}

type Check = (feature: string, node: Identifier | undefined) => void;

const isSupports = (node: { type: string; name?: string }): boolean =>
  node.type === 'atrule' && node.name === 'supports';

function checkAtRule({ name, params }: AtRule, check: Check): void {
  const rule = css['at-rules'][name];
  check(`@${name}`, rule);
  for (const [, feature = ''] of params.matchAll(/\(\s*([a-z-]+)/g))
    check(`@${name} (${feature})`, rule?.[feature.replace(/^(min|max)-/, '')]);
  if (/[<>]/.test(params)) check(`@${name} (a < b)`, rule?.range_syntax);
}

function checkSelectors({ selector, parent }: Rule, check: Check): void {
  for (const [, name = ''] of selector.matchAll(/::?([a-z-]+)/g))
    check(`:${name}`, css.selectors[name]);
  if (parent?.type === 'rule') check('nesting', css.selectors.nesting);
}

function checkDeclaration(declaration: Declaration, check: Check): void {
  const { prop, value } = declaration;
  const { same, prefixed } = besides(declaration);
  const property = css.properties[prop];
  if (prefixed) return;
  check(prop, property);
  if (same || (property && lackedBy(property).length > 0)) return;
  for (const [, word = ''] of value.matchAll(/(?<![\w-])([a-z][a-z-]*)(?![\w(-])/g))
    check(`${prop}: ${word}`, property?.[word]);
  for (const [, name = ''] of value.matchAll(/(?<![\w-])([a-z][a-z-]*)\(/g))
    check(`${name}()`, VALUES.get(name));
  for (const [, unit = ''] of value.matchAll(/\d([a-z]+)(?![\w-])/g))
    check(`1${unit}`, css.types.length?.[UNITS[unit.slice(0, 2)] ?? unit]);
}

/** Whether the rule sets the same property before, or under a prefixed name. */
function besides(declaration: Declaration) {
  const { prop, parent } = declaration;
  const others = (parent?.nodes ?? []).filter(
    (node) => node.type === 'decl' && node !== declaration,
  );
  const names = (others as Declaration[]).map((other) => other.prop);
  return {
    same: names.includes(prop),
    prefixed: names.some((name) => name === `-webkit-${prop}` || name === `-moz-${prop}`),
  };
}
