import { makeProject, type Project } from '../../functions/relay/project.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { dynamoRecords } from '../../shared/aws/lists/dynamo-records.ts';
import type { Clock } from '../../shared/ports/machine.ts';
import type { Deployment } from './deployment.ts';

/** Writes list rows and public records to a deployment's tables, like its own functions. */
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
