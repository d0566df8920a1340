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

/** Step Functions redrives no longer than this after the end. */
export const REDRIVABLE_MS = 14 * 86_400_000;

export interface Redriven {
  readonly redriven: readonly string[];
  /** Names with the reason why they were not. */
  readonly left: readonly string[];
}

/**
 * Has executions that ended too early since then go on from the state where they stopped, where none has
 * followed them. Every step bears being run twice.
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

/** Undefined if the execution is the one that carries its envelope, and there is something left to do. */
async function whyNot(ledger: Pick<Ledger, 'load'>, name: string): Promise<string | undefined> {
  const [envelopeId = '', number = '1'] = name.split('-');
  const envelope = await ledger.load(envelopeId);
  if (envelope.status === 'purged') return 'its envelope is purged';
  const carrying = executionOf(envelope);
  return carrying === Number(number) ? undefined : `execution ${carrying} has followed it`;
}
