import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { restart } from '../../functions/relay/recover-execution.ts';
import { dynamo } from '../../shared/aws/dynamo-client.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { sfnWorkflow } from '../../shared/aws/workflow/sfn-workflow.ts';
import {
  type Envelope,
  isEnded,
  isOnTurn,
  type Signing,
} from '../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { resend } from '../../shared/domain/transitions/sender-acts.ts';
import { executionName, executionOf, stalled } from '../../shared/domain/transitions/stalling.ts';
import { waitingSignatures } from '../../shared/domain/transitions/workflow-steps.ts';
import type { Clock } from '../../shared/ports/machine.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Deployment } from './deployment.ts';
import { projectFor } from './project-for.ts';

export interface Restored {
  readonly seen: number;
  /** Parties that get a new link. */
  readonly invited: number;
  /** Ids of envelopes that could not be restored, with the reason. */
  readonly left: readonly string[];
}

type Deps = Pick<Ports, 'ledger' | 'workflow' | 'clock'> & {
  readonly project: (envelope: Envelope) => Promise<void>;
  readonly stop: (envelope: Envelope) => Promise<void>;
};

/**
 * Rebuilds what is derived from the ledger: list and public records, and a new link for every party on turn,
 * because links, sessions, codes and task tokens are not backed up. Ended envelopes only get notices not yet
 * sent. Can be repeated: a party invited within the last minute is not invited again.
 */
export async function restore(
  deployment: Deployment,
  clock: Clock = systemClock,
): Promise<Restored> {
  const deps = depsOf(deployment, clock);
  const report = { seen: 0, invited: 0, left: [] as string[] };
  for await (const id of envelopeIds(deployment.tables.LEDGER_TABLE)) {
    report.seen += 1;
    try {
      report.invited += await restoreOne(deps, id);
    } catch (error) {
      report.left.push(`${id}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return report;
}

function depsOf({ tables, machineArn, config }: Deployment, clock: Clock): Deps {
  const project = projectFor({ tables, config }, clock);
  const workflow = sfnWorkflow({ MACHINE_ARN: machineArn });
  return {
    ledger: dynamoLedger(tables),
    workflow,
    clock,
    project: (envelope) => project(envelope),
    stop: (envelope) => stopExecution(machineArn, envelope),
  };
}

/** Ids of all envelopes: each ledger has exactly one first entry. */
async function* envelopeIds(TableName: string): AsyncIterable<string> {
  const scan = {
    TableName,
    ProjectionExpression: 'envelopeId',
    FilterExpression: 'seq = :first',
    ExpressionAttributeValues: { ':first': 0 },
  };
  for await (const { Items = [] } of paginateScan({ client: dynamo }, scan))
    for (const { envelopeId } of Items) yield envelopeId as string;
}

/** Invites the parties on turn again; returns how many. */
async function restoreOne(deps: Deps, id: string): Promise<number> {
  const envelope = await deps.ledger.load(id);
  await deps.project(envelope);
  if (envelope.status !== 'signing') return 0;
  const waiting = waitingParties(envelope);
  for (const party of waiting) await inviteAgain(deps, id, party);
  const isSealing = waitingSignatures(envelope).length > 0;
  if (waiting.length > 0 || isSealing) await waitAnew(deps, envelope);
  return waiting.length;
}

const waitingParties = (envelope: Signing): string[] =>
  envelope.parties
    .filter((party) => isOnTurn(envelope, party) && !party.signature)
    .map(({ id }) => id);

/** Rate-limited: refused if it was done a moment ago. */
async function inviteAgain({ ledger, clock }: Deps, id: string, party: string): Promise<void> {
  const by = bySystem('restore', clock.now());
  try {
    await ledger.change(id, by, (current) =>
      isEnded(current) ? undefined : resend(current, party, by.now),
    );
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'too_soon')) throw error;
  }
}

/** The old execution waits for a lost task token, so a new execution sends and waits with its own token. */
async function waitAnew(deps: Deps, envelope: Envelope): Promise<void> {
  const { ledger, clock, stop } = deps;
  await stop(envelope);
  await ledger.change(envelope.id, bySystem('sweep', clock.now()), (current) =>
    stalled(current, executionOf(envelope)),
  );
  await restart(deps, envelope.id);
}

async function stopExecution(machineArn: string, envelope: Envelope): Promise<void> {
  const name = executionName(envelope.id, executionOf(envelope));
  const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const command = new StopExecutionCommand({ executionArn, error: 'Restore' });
  await new SFNClient({}).send(command).catch((error: Error) => {
    if (error.name !== 'ExecutionDoesNotExist') throw error;
  });
}
