import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { company } from '../../infra/company.ts';
import type { CompanyConfig } from '../../infra/config.ts';
import { synthesize } from '../../infra/synthesize.ts';

export interface Resource {
  readonly id: string;
  readonly stack: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties, looked at by what a test knows of them
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** A resource as `read` returns it. */
  readonly resources: readonly string[];
  readonly condition: unknown;
}

/** All stacks as one template, with references resolved to logical ids. */
export class Synthesized {
  readonly resources: readonly Resource[];
  readonly #exports = new Map<string, unknown>();
  readonly #outputs = new Map<string, unknown>();

  constructor(config: CompanyConfig = company) {
    const outdir = mkdtempSync(join(tmpdir(), 'sigillo-synth-'));
    try {
      const { stacks } = synthesize(config, outdir);
      this.resources = stacks.flatMap((stack) =>
        this.#read(stack.stackName, stack.templateFullPath),
      );
    } finally {
      rmSync(outdir, { recursive: true });
    }
  }

  of(type: string): Resource[] {
    return this.resources.filter((resource) => resource.Type === `AWS::${type}`);
  }

  /** Value of a stack output. */
  output(name: string): unknown {
    return this.#outputs.get(name);
  }

  /** Our functions, without CDK's function that deploys the pages. */
  functions(): Resource[] {
    return this.of('Lambda::Function').filter(({ id }) => !id.startsWith('CustomCDK'));
  }

  /** The only resource of its type with this prefix of the logical id. */
  one(type: string, idPrefix = ''): Resource {
    const found = this.of(type).filter(({ id }) => id.startsWith(idPrefix));
    if (found.length !== 1) throw new Error(`${found.length} of ${type} ${idPrefix}`);
    return found[0] as Resource;
  }

  /** A value as text: `Ref` becomes the logical id, `GetAtt` becomes `Id.Attribute`. */
  read(value: unknown): string {
    if (typeof value !== 'object' || value === null) return String(value);
    const [[name, argument] = ['', '']] = Object.entries(value);
    if (name === 'Ref') return String(argument).replace(/^AWS::/, '');
    if (name === 'Fn::GetAtt') return argument.join('.');
    if (name === 'Fn::ImportValue') return this.read(this.#exports.get(argument));
    if (name === 'Fn::Join')
      return argument[1].map((part: unknown) => this.read(part)).join(argument[0]);
    return JSON.stringify(value);
  }

  /** Permissions of the function's role, by the prefix of its logical id, such as `TasksSeal`. */
  grantsOf(idPrefix: string): Statement[] {
    const policy = this.one('IAM::Policy', `${idPrefix}RoleDefaultPolicy`);
    return this.statements(policy.Properties.PolicyDocument);
  }

  // biome-ignore lint/suspicious/noExplicitAny: an IAM policy document
  statements(document: any): Statement[] {
    return document.Statement.map((statement: Record<string, unknown>) => ({
      effect: statement.Effect,
      actions: [statement.Action].flat(),
      resources: [statement.Resource].flat().map((resource) => this.read(resource)),
      condition: statement.Condition,
    }));
  }

  #read(stack: string, file: string): Resource[] {
    const template = JSON.parse(readFileSync(file, 'utf8'));
    for (const [name, output] of Object.entries<{ Value: unknown; Export?: { Name: string } }>(
      template.Outputs ?? {},
    )) {
      this.#outputs.set(name, output.Value);
      if (output.Export) this.#exports.set(output.Export.Name, output.Value);
    }
    return Object.entries<Omit<Resource, 'id' | 'stack'>>(template.Resources).map(
      ([id, resource]) => ({
        ...resource,
        id,
        stack,
      }),
    );
  }
}
