import {
  type ExecutionListItem,
  paginateListExecutions,
  RedriveExecutionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { executionOf } from '../../shared/domain/transitions/stalling.ts';
import type { Ledger } from '../../shared/ports/ledger.ts';
import type { Deployment } from './deployment.ts';

const ENDED_EARLY = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** Step Functions allows a redrive only this long after the end. */
export const REDRIVABLE_MS = 14 * 86_400_000;

export interface Redriven {
  readonly redriven: readonly string[];
  /** Names of executions that were not redriven, with the reason. */
  readonly left: readonly string[];
}

/**
 * Resumes executions that failed since then, from the state where they stopped, unless a newer execution exists.
 * Every step is idempotent.
 */
export async function redrive({ machineArn, tables }: Deployment, since: Date): Promise<Redriven> {
  const sfn = new SFNClient({});
  const ledger = dynamoLedger(tables);
  const report = { redriven: [] as string[], left: [] as string[] };
  for await (const { name = '', executionArn } of endedEarly(sfn, machineArn, since)) {
    const why = await whyNot(ledger, name);
    if (why === undefined) await sfn.send(new RedriveExecutionCommand({ executionArn }));
    if (why === undefined) report.redriven.push(name);
    else report.left.push(`${name}: ${why}`);
  }
  return report;
}

async function* endedEarly(
  client: SFNClient,
  stateMachineArn: string,
  since: Date,
): AsyncIterable<ExecutionListItem> {
  for (const statusFilter of ENDED_EARLY) {
    const pages = paginateListExecutions({ client }, { stateMachineArn, statusFilter });
    for await (const { executions = [] } of pages)
      yield* executions.filter(({ stopDate }) => stopDate && stopDate >= since);
  }
}

/**
 * Why an execution is not redriven; undefined if it is the envelope's current one and the envelope is not
 * purged.
 */
async function whyNot(ledger: Pick<Ledger, 'load'>, name: string): Promise<string | undefined> {
  const [envelopeId = '', number = '1'] = name.split('-');
  const envelope = await ledger.load(envelopeId);
  if (envelope.status === 'purged') return 'its envelope is purged';
  const carrying = executionOf(envelope);
  return carrying === Number(number) ? undefined : `execution ${carrying} has followed it`;
}
