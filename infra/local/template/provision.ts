import { accountId, region } from '../aws/account.ts';
import { isObject, type Json } from '../json.ts';
import type { Physical, Target } from '../resources/provisioner.ts';
import { resourceTypes } from '../resources/resource-types.ts';
import type { Store } from '../state/store.ts';
import { rememberStack, type StackResource } from './cloudformation.ts';
import {
  evaluateCondition,
  noValue,
  references,
  resolveIntrinsics,
  type Scope,
} from './intrinsics.ts';
import type { ResourceTemplate, Stack } from './template.ts';

/** Outputs of all stacks so far: by name, and by export name. */
type Outputs = {
  readonly byStack: Map<string, Map<string, Json>>;
  readonly exports: Map<string, Json>;
};

/** Creates the resources of one stack, each after those it refers to. */
class StackProvisioning {
  readonly #stack: Stack;
  readonly #target: Target;
  readonly #outputs: Outputs;
  readonly #made = new Map<string, Physical>();
  readonly #scope: Scope;

  constructor(stack: Stack, target: Target, outputs: Outputs) {
    this.#stack = stack;
    this.#target = target;
    this.#outputs = outputs;
    this.#scope = this.#makeScope();
  }

  async run(): Promise<void> {
    for (const logicalId of this.#stack.resources.keys()) await this.#make(logicalId, []);
    rememberStack(this.#target.store, this.#stack.name, this.#resources());
    this.#publishOutputs();
  }

  #resources(): StackResource[] {
    return [...this.#made].map(([LogicalResourceId, { ref }]) => ({
      LogicalResourceId,
      PhysicalResourceId: ref,
      ResourceType: this.#stack.resources.get(LogicalResourceId)?.type ?? '',
    }));
  }

  async #make(logicalId: string, path: readonly string[]): Promise<void> {
    const resource = this.#stack.resources.get(logicalId);
    if (!resource || this.#made.has(logicalId) || !this.#wanted(resource.condition)) return;
    if (path.includes(logicalId)) throw new Error(`${logicalId} depends on itself`);
    const before = [...references(resource.properties), ...resource.dependsOn];
    for (const name of before) await this.#make(name, [...path, logicalId]);
    this.#made.set(logicalId, await this.#provision(logicalId, resource));
  }

  async #provision(logicalId: string, { type, properties }: ResourceTemplate): Promise<Physical> {
    const provision = Object.hasOwn(resourceTypes, type) ? resourceTypes[type] : undefined;
    if (!provision) throw new Error(`The local target does not imitate ${type} (${logicalId})`);
    const { name: stackName, assets } = this.#stack;
    const request = {
      logicalId,
      name: `${stackName}-${logicalId}`,
      properties: this.#resolve(properties),
      assets,
    };
    return provision(request, this.#target);
  }

  #resolve(value: Json): Json {
    const { store, aliasUrls } = this.#target;
    return mapText(resolveIntrinsics(value, this.#scope), (text) =>
      withSecrets(withoutTls(withLocalHosts(text, aliasUrls)), store),
    );
  }

  #wanted(condition: string | undefined): boolean {
    return condition === undefined || this.#scope.condition(condition);
  }

  #physical(logicalId: string): Physical {
    const physical = this.#made.get(logicalId);
    if (physical) return physical;
    throw new Error(`${this.#stack.name} has no resource ${logicalId}`);
  }

  #publishOutputs(): void {
    const values = new Map<string, Json>();
    for (const [name, output] of this.#stack.outputs) {
      if (!this.#wanted(output.condition)) continue;
      const value = this.#resolve(output.value);
      values.set(name, value);
      if (output.exportName !== undefined)
        this.#outputs.exports.set(String(resolveIntrinsics(output.exportName, this.#scope)), value);
    }
    this.#outputs.byStack.set(this.#stack.name, values);
  }

  #makeScope(): Scope {
    const { conditions, mappings, parameters } = this.#stack;
    const pseudo = pseudoParameters(this.#stack.name);
    const found = <T>(value: T | undefined, what: string): T => {
      if (value === undefined) throw new Error(`${this.#stack.name} refers to nothing: ${what}`);
      return value;
    };
    return {
      ref: (name) => pseudo[name] ?? parameters.get(name) ?? this.#physical(name).ref,
      attribute: (id, name) => found(this.#physical(id).attributes[name], `${id}.${name}`),
      condition: (name) => evaluateCondition(found(conditions[name], name), this.#scope),
      importValue: (name) => found(this.#outputs.exports.get(name), name),
      stackOutput: (stack, name) =>
        found(this.#outputs.byStack.get(stack)?.get(name), `${stack}.${name}`),
      mapping: (map, key, name) => {
        const entry = isObject(mappings[map]) ? mappings[map][key] : undefined;
        return found(isObject(entry) ? entry[name] : undefined, `${map}.${key}.${name}`);
      },
    };
  }
}

function mapText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapText(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, mapText(item, change)]),
  );
}

/** The company's own domains, which resolve elsewhere or not yet, become this machine's addresses. */
const withLocalHosts = (text: string, aliasUrls: ReadonlyMap<string, string>) =>
  text.replace(/https:\/\/([a-z0-9.-]+)/g, (whole, host: string) => aliasUrls.get(host) ?? whole);

/** A distribution's URL is https on AWS; here it is http. */
const withoutTls = (text: string) => text.replaceAll('https://127.0.0.1:', 'http://127.0.0.1:');

/** Dynamic references to whole secrets; other kinds are not used. */
const withSecrets = (text: string, store: Store) =>
  text.replace(/\{\{resolve:secretsmanager:([^:}]+):SecretString:::\}\}/g, (_, id: string) => {
    const secret = store.get<string>('secret', id);
    if (secret === undefined) throw new Error(`There is no secret ${id}`);
    return secret;
  });

const pseudoParameters = (stackName: string): Record<string, Json> => ({
  'AWS::AccountId': accountId,
  'AWS::NoValue': noValue,
  'AWS::NotificationARNs': [],
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
  'AWS::StackName': stackName,
  'AWS::URLSuffix': 'amazonaws.com',
});

/**
 * Creates everything that the stacks declare, in order; returns each stack's outputs. Throws at a resource
 * type or property that is not supported.
 */
export async function provision(
  stacks: readonly Stack[],
  target: Target,
): Promise<Map<string, Map<string, Json>>> {
  const outputs: Outputs = { byStack: new Map(), exports: new Map() };
  for (const stack of stacks) await new StackProvisioning(stack, target, outputs).run();
  return outputs.byStack;
}
