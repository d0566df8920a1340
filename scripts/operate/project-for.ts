import { makeProject, type Project } from '../../functions/relay/project.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { dynamoRecords } from '../../shared/aws/lists/dynamo-records.ts';
import type { Clock } from '../../shared/ports/machine.ts';
import type { Deployment } from './deployment.ts';

/** Writes list and public record of a deployment, as its own functions do. */
export const projectFor = (
  { tables, config }: Pick<Deployment, 'tables' | 'config'>,
  clock: Clock,
): Project =>
  makeProject(
    { envelopes: dynamoEnvelopes(tables, clock), records: dynamoRecords(tables, clock) },
    {
      company: config.company.name,
      showTitle: config.publicRecord.title === 'shown',
      retention: config.retention,
    },
  );
