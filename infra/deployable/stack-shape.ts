import { type PhysicalName, physicalName } from './physical-names.ts';
import type { ResourceType } from './resource-specification.ts';
import { idsIn, importsIn } from './template-value.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * The properties of a template that decide whether CloudFormation can update it to another. Plain JSON, stored
 * for each release.
 */
export interface StackShape {
  readonly name: string;
  /** Export name → value. */
  readonly exports: Properties;
  readonly imports: readonly string[];
  readonly resources: Readonly<Record<string, ResourceShape>>;
}

export interface ResourceShape {
  readonly type: string;
  /** What cannot change without another resource in its place, or cannot change at all. */
  readonly fixed: Properties;
  readonly named?: PhysicalName;
  readonly deletion?: string;
  /** Has deletion protection as a property (not a DeletionPolicy). */
  readonly guarded?: true;
  /** Keys and indexes of a table. */
  readonly indexes?: Properties;
  /** Functions that the executions of a state machine name for weeks. */
  readonly calls?: readonly string[];
}

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      { readonly Type: string; readonly Properties?: Properties; readonly DeletionPolicy?: string }
    >
  >;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>
  >;
}

/** What CloudFormation takes for an update in place, and AWS then refuses: the specification does not say so. */
export const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::Cognito::UserPool': [
    'UsernameAttributes',
    'AliasAttributes',
    'UsernameConfiguration',
    'Schema',
  ],
};

/** The stack as it is deployed under `name`. */
export function stackShape(
  name: string,
  template: Template,
  specification: ReadonlyMap<string, ResourceType>,
): StackShape {
  const exported = Object.values(template.Outputs ?? {}).flatMap(({ Value, Export }) =>
    Export ? [[Export.Name, Value] as const] : [],
  );
  const resources = Object.entries(template.Resources).map(([id, resource]) => {
    const { Type, Properties = {}, DeletionPolicy } = resource;
    const fixed = [...(specification.get(Type)?.replacing ?? []), ...(REFUSED[Type] ?? [])];
    return [id, resourceShape(Type, Properties, DeletionPolicy, fixed)] as const;
  });
  return {
    name,
    exports: Object.fromEntries(exported),
    imports: importsIn(template),
    resources: Object.fromEntries(resources),
  };
}

function resourceShape(
  type: string,
  properties: Properties,
  deletion: string | undefined,
  fixed: readonly string[],
): ResourceShape {
  const named = physicalName(type, properties);
  const { DeletionProtectionEnabled, DeletionProtection, DefinitionString } = properties;
  const { GlobalSecondaryIndexes: indexes } = properties;
  return {
    type,
    fixed: Object.fromEntries(
      fixed.filter((name) => name in properties).map((name) => [name, properties[name]]),
    ),
    ...(named && { named }),
    ...(deletion && { deletion }),
    ...((DeletionProtectionEnabled === true || DeletionProtection === 'ACTIVE') && {
      guarded: true as const,
    }),
    ...(Array.isArray(indexes) && {
      indexes: Object.fromEntries(
        indexes.map(({ IndexName, KeySchema, Projection }) => [
          IndexName,
          { KeySchema, Projection },
        ]),
      ),
    }),
    ...(DefinitionString !== undefined && {
      calls: [...idsIn(DefinitionString)].filter((id) => !id.startsWith('AWS::')),
    }),
  };
}
