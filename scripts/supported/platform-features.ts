import data from '@mdn/browser-compat-data' with { type: 'json' };
import type { Identifier } from '@mdn/browser-compat-data';

/** A name that a script can refer to, from MDN's compatibility data. */
export interface PlatformFeature {
  /** Undefined for a global; else a global's path, such as `Map` or `Intl.Segmenter`. */
  readonly holder: string | undefined;
  /** Symbols begin with `@@`. */
  readonly name: string;
  /** MDN distinguishes holder and prototype for web interfaces only; `either` for built-ins. */
  readonly on: 'holder' | 'prototype' | 'either';
  readonly data: Identifier;
}

const STATIC = /_static$/;

/** Globals of the language and of the web, each followed by its properties. */
export function* platformFeatures(): Generator<PlatformFeature> {
  const { builtins } = data.javascript as { builtins: Identifier };
  for (const [name, node] of described(builtins)) {
    yield { holder: undefined, name, on: 'holder', data: ofConstructor(name, node) };
    yield* properties(name, node, 'either');
  }
  for (const [nested, node] of described(builtins.Intl ?? {}))
    yield* properties(`Intl.${nested}`, node, 'either');
  for (const [name, node] of described(data.api as Identifier)) {
    yield { holder: undefined, name, on: 'holder', data: node };
    yield* properties(name, node, 'prototype');
  }
}

/** A global whose constructor was added later, such as `Iterator`, counts from the constructor. */
const ofConstructor = (name: string, node: Identifier): Identifier =>
  node[name]?.__compat ? node[name] : node;

function* properties(
  holder: string,
  node: Identifier,
  usually: 'either' | 'prototype',
): Generator<PlatformFeature> {
  for (const [key, data] of described(node)) {
    const name = key.replace(STATIC, '');
    const on = STATIC.test(key) ? 'holder' : usually;
    if (name !== holder.split('.').at(-1)) yield { holder, name, on, data };
  }
}

/** Child features with compatibility data of their own. */
const described = ({ __compat, ...below }: Identifier): [string, Identifier][] =>
  Object.entries(below as Record<string, Identifier>).filter(([, node]) => node.__compat);
