import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';

const Database = z.object({
  schema: z.object({
    resource: z.object({
      entities: z.array(
        z.object({
          cloudFormationType: z.string(),
          primaryIdentifier: z.array(z.string()).default([]),
          properties: z.record(z.string(), z.object({ causesReplacement: z.string().optional() })),
        }),
      ),
    }),
  }),
});

export interface ResourceType {
  /** Properties that CloudFormation cannot change without making another resource. */
  readonly replacing: readonly string[];
  /** Primary identifier: the properties that make a resource of the type unique. */
  readonly identifier: readonly string[];
}

/** CloudFormation's resource types by name, as the CDK CLI's own copy of their specification has them. */
export function resourceSpecification(): ReadonlyMap<string, ResourceType> {
  const file = new URL(import.meta.resolve('aws-cdk/package.json'));
  const packed = readFileSync(new URL('db.json.gz', file));
  const { entities } = Database.parse(JSON.parse(gunzipSync(packed).toString())).schema.resource;
  return new Map(
    entities.map(({ cloudFormationType, primaryIdentifier, properties }) => [
      cloudFormationType,
      {
        identifier: primaryIdentifier,
        replacing: Object.keys(properties).filter((name) =>
          ['yes', 'maybe'].includes(properties[name]?.causesReplacement ?? ''),
        ),
      },
    ]),
  );
}
