import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { dynamoRecords } from '../../shared/aws/lists/dynamo-records.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { sfnWorkflow } from '../../shared/aws/workflow/sfn-workflow.ts';
import { dueAt } from '../../shared/domain/envelope/due.ts';
import type { Envelope, PartyState } from '../../shared/domain/envelope/envelope.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { purgeAt } from '../../shared/domain/envelope/retention.ts';
import { chainFault, type Entry } from '../../shared/domain/ledger/ledger.ts';
import { executionOf } from '../../shared/domain/transitions/stalling.ts';
import type { Deployment } from './deployment.ts';

/**
 * An envelope's state from ledger, workflow and public record, for a support ticket: without names, contacts,
 * title and anything people wrote.
 */
export async function show({ tables, machineArn }: Deployment, id: string): Promise<string> {
  const entries = await dynamoLedger(tables).entries(id);
  const envelope = folded(entries);
  const workflow = sfnWorkflow({ MACHINE_ARN: machineArn });
  const execution = executionOf(envelope);
  const status = await workflow.status(id, execution);
  const record = await dynamoRecords(tables, systemClock).find(id);
  return [
    `${groupedEnvelopeId(id)}  ${envelope.status} since ${envelope.updatedAt}`,
    ...instantsOf(envelope),
    ...envelope.parties.map(partyLine),
    `execution ${execution}  ${status}${envelope.stalledAt ? `, stands still since ${envelope.stalledAt}` : ''}`,
    `public record  ${record ? record.status : 'none'}`,
    `ledger  ${chainOf(entries)}`,
    ...entries.map(entryLine),
  ].join('\n');
}

function instantsOf(envelope: Envelope): string[] {
  const deadline = 'deadline' in envelope ? envelope.deadline : undefined;
  const told = { deadline, 'purge at': purgeAt(envelope), 'looked at by': dueAt(envelope) };
  return Object.entries(told).flatMap(([name, at]) => (at ? `${name}  ${at}` : []));
}

function partyLine({ id, turn, channel, ...state }: PartyState): string {
  const { invitedAt, openedAt, signature, undelivered } = state;
  const told = { invited: invitedAt, opened: openedAt, signed: signature?.at };
  const moments = Object.entries(told).flatMap(([name, at]) => (at ? `${name} ${at}` : []));
  const missed = undelivered ? ['the last message did not arrive'] : [];
  return `party ${id}, turn ${turn + 1}, by ${channel.kind}: ${[...moments, ...missed].join(', ') || 'not written to yet'}`;
}

function chainOf(entries: readonly Entry[]): string {
  const fault = chainFault(entries);
  const last = entries.at(-1);
  if (fault) return `BROKEN at entry ${fault.seq}: ${fault.fault}`;
  return `${entries.length} entries, whole, head ${last?.hash}`;
}

function entryLine({ seq, at, type, actor }: Entry): string {
  const by = { sender: 'sender', party: 'party', system: 'system' }[actor.kind];
  const who = 'party' in actor ? actor.party : 'task' in actor ? actor.task : '';
  return `  ${String(seq).padStart(3)}  ${at}  ${type.padEnd(18)}  ${by} ${who}`.trimEnd();
}
