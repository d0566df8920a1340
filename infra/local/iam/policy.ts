import { isObject, type Json, type JsonObject } from '../json.ts';
import {
  arnGlob,
  type Condition,
  type Context,
  conditionHolds,
  conditionsOf,
  glob,
  notJudged,
  textsOf,
} from './condition.ts';

/** An authorization request. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

interface Pattern {
  readonly text: string;
  readonly matches: (actual: string) => boolean;
}

/** A compiled statement. `used` holds the `action resource` patterns that have allowed a call. */
export interface Rule {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  readonly principals: readonly string[] | undefined;
  readonly conditions: readonly Condition[];
  readonly used: Set<string>;
}

const KNOWN = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Principal', 'Condition']);

function actionPattern(text: string): Pattern {
  const pattern = glob(text, 'i');
  return { text, matches: (action) => pattern.test(action) };
}

const resourcePattern = (text: string): Pattern => ({ text, matches: arnGlob(text) });

function principalsOf(principal: Json | undefined): string[] | undefined {
  if (principal === undefined) return undefined;
  return textsOf((isObject(principal) ? Object.values(principal).flat() : principal) as Json);
}

function ruleOf(statement: Json): Rule {
  if (!isObject(statement)) throw notJudged('a statement that is no object');
  const unknown = Object.keys(statement).find((name) => !KNOWN.has(name));
  if (unknown) throw notJudged(unknown);
  const { Effect, Action, Resource, Principal, Condition: wanted } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw notJudged(`the effect ${String(Effect)}`);
  return {
    effect: Effect,
    actions: textsOf(Action).map(actionPattern),
    resources: textsOf(Resource ?? '*').map(resourcePattern),
    principals: principalsOf(Principal),
    conditions: conditionsOf(wanted),
    used: new Set(),
  };
}

/**
 * Compiles a policy document; throws at elements that are not supported here (NotAction, an unknown condition
 * key …).
 */
export function compile(document: Json): Rule[] {
  if (!isObject(document) || document.Statement === undefined)
    throw notJudged('a policy without statements');
  return [document.Statement].flat().map(ruleOf);
}

/** The document without one action on one resource, to test what would fail without that grant. */
export function without(document: Json, action: string, resource: string): Json {
  const { Statement = [], ...rest } = document as JsonObject;
  const statements = [Statement].flat().flatMap((statement) => {
    const { Action, Resource, ...others } = statement as JsonObject;
    const [actions, resources] = [textsOf(Action), textsOf(Resource ?? '*')];
    if (others.Effect !== 'Allow' || !actions.includes(action) || !resources.includes(resource))
      return [statement];
    return [
      { ...others, Action: actions.filter((one) => one !== action), Resource: resources },
      { ...others, Action: [action], Resource: resources.filter((one) => one !== resource) },
    ];
  });
  return { ...rest, Statement: statements as Json };
}

function match(rule: Rule, { action, resource, context }: AccessRequest): string | undefined {
  const act = rule.actions.find((pattern) => pattern.matches(action));
  const on = act && rule.resources.find((pattern) => pattern.matches(resource));
  if (!act || !on) return undefined;
  return rule.conditions.every((one) => conditionHolds(one, context))
    ? `${act.text} ${on.text}`
    : undefined;
}

export type Verdict = 'allowed' | 'silent' | 'denied';

/** An explicit Deny wins; `silent` means that no statement applies. */
export function judge(rules: readonly Rule[], ask: AccessRequest): Verdict {
  if (rules.some((rule) => rule.effect === 'Deny' && match(rule, ask) !== undefined))
    return 'denied';
  let verdict: Verdict = 'silent';
  for (const rule of rules) {
    const found = rule.effect === 'Allow' ? match(rule, ask) : undefined;
    if (found === undefined) continue;
    rule.used.add(found);
    verdict = 'allowed';
  }
  return verdict;
}
