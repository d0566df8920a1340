import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Json, JsonObject } from '../json.ts';

export type ResourceTemplate = {
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition: string | undefined;
  readonly dependsOn: readonly string[];
};

/** A synthesised stack, intrinsics unresolved. `assets`: asset hash → absolute folder or file. */
export type Stack = {
  readonly name: string;
  readonly resources: Map<string, ResourceTemplate>;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  readonly parameters: Map<string, string>;
  readonly outputs: Map<
    string,
    {
      readonly value: Json;
      readonly exportName: Json | undefined;
      readonly condition: string | undefined;
    }
  >;
  readonly assets: Map<string, string>;
};

const json = z.json() as unknown as z.ZodType<Json>;
const jsonObject = z.record(z.string(), json) as z.ZodType<JsonObject>;

const Resource = z.object({
  Type: z.string(),
  Properties: jsonObject.default({}),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
});

const Output = z.object({
  Value: json,
  Export: z.object({ Name: json }).optional(),
  Condition: z.string().optional(),
});

const Template = z.object({
  Resources: z.record(z.string(), Resource).default({}),
  Conditions: jsonObject.default({}),
  Mappings: jsonObject.default({}),
  Parameters: z.record(z.string(), z.object({ Default: json.optional() })).default({}),
  Outputs: z.record(z.string(), Output).default({}),
});

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .object({ templateFile: z.string().optional(), stackName: z.string().optional() })
        .optional(),
    }),
  ),
});

const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const listOf = (value: string | readonly string[] | undefined) => (value ? [value].flat() : []);

function readAssets(cdkOut: string, assetsFile: string | undefined): Map<string, string> {
  if (!assetsFile) return new Map();
  const { files } = Assets.parse(readJson(join(cdkOut, assetsFile)));
  return new Map(
    Object.entries(files).map(([hash, file]) => [hash, join(cdkOut, file.source.path)]),
  );
}

function readStack(
  cdkOut: string,
  name: string,
  templateFile: string,
  assetsFile: string | undefined,
): Stack {
  const template = Template.parse(readJson(join(cdkOut, templateFile)));
  return {
    name,
    resources: new Map(
      Object.entries(template.Resources).map(([id, resource]) => [
        id,
        {
          type: resource.Type,
          properties: resource.Properties,
          condition: resource.Condition,
          dependsOn: listOf(resource.DependsOn),
        },
      ]),
    ),
    conditions: template.Conditions,
    mappings: template.Mappings,
    parameters: new Map(
      Object.entries(template.Parameters).map(([id, { Default }]) => [id, String(Default ?? '')]),
    ),
    outputs: new Map(
      Object.entries(template.Outputs).map(([id, output]) => [
        id,
        { value: output.Value, exportName: output.Export?.Name, condition: output.Condition },
      ]),
    ),
    assets: readAssets(cdkOut, assetsFile),
  };
}

/** Resources of one type, in the order of the template. */
export const resourcesOf = (stacks: readonly Stack[], wanted: string): ResourceTemplate[] =>
  stacks.flatMap(({ resources }) => [...resources.values()]).filter(({ type }) => type === wanted);

/**
 * The stacks of a CDK cloud assembly, each after the stacks it depends on.
 * @param cdkOut folder that contains `manifest.json`
 */
export function readTemplates(cdkOut: string): Stack[] {
  const { artifacts } = Manifest.parse(readJson(join(cdkOut, 'manifest.json')));
  const ordered = new Map<string, Stack>();
  function visit(id: string) {
    const artifact = artifacts[id];
    const templateFile = artifact?.properties?.templateFile;
    if (!artifact || ordered.has(id)) return;
    for (const dependency of artifact.dependencies) visit(dependency);
    if (artifact.type !== 'aws:cloudformation:stack' || !templateFile) return;
    const assetsFile = artifacts[`${id}.assets`] && `${id}.assets.json`;
    ordered.set(
      id,
      readStack(cdkOut, artifact.properties?.stackName ?? id, templateFile, assetsFile),
    );
  }
  for (const id of Object.keys(artifacts)) visit(id);
  return [...ordered.values()];
}
