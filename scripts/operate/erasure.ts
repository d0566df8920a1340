import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { type Erasability, erasabilityOf, erase } from '../../shared/domain/transitions/erasing.ts';
import type { Clock } from '../../shared/ports/machine.ts';
import type { Deployment } from './deployment.ts';
import { projectFor } from './project-for.ts';
import { allRows } from './tables.ts';

type Stored = Pick<Deployment, 'tables' | 'config'>;

/**
 * Every envelope whose ledger contains an e-mail address or telephone number, and whether it may be erased at
 * the person's request. Scans the whole ledger table, because there is no index by person.
 */
export async function envelopesNaming(
  { tables, config }: Stored,
  contact: string,
): Promise<string[]> {
  const ledger = dynamoLedger(tables);
  const lines: string[] = [];
  for (const id of await idsNaming(tables.LEDGER_TABLE, contact)) {
    const envelope = await ledger.load(id);
    const may = erasabilityOf(envelope, config.retention);
    lines.push(`${groupedEnvelopeId(id)}  ${envelope.status}  ${toldOf(may)}`);
  }
  return lines;
}

/**
 * Erases an envelope, or explains why it may not be erased. Updates list and public record in the same call, so
 * that repeating a call that failed halfway completes it.
 */
export async function eraseEnvelope(
  deployment: Stored,
  id: string,
  clock: Clock = systemClock,
): Promise<{ done: boolean; told: string }> {
  const { retention } = deployment.config;
  let before: Erasability | undefined;
  const by = bySystem('erase', clock.now());
  const envelope = await dynamoLedger(deployment.tables).change(id, by, (current) => {
    before = erasabilityOf(current, retention);
    return erase(current, retention);
  });
  const after = erasabilityOf(envelope, retention);
  if (after.kind === 'erased') await projectFor(deployment, clock)(envelope);
  return {
    done: after.kind === 'erased',
    told: `${groupedEnvelopeId(id)}  ${before?.kind === 'erasable' ? `erased at ${envelope.updatedAt}` : toldOf(after)}`,
  };
}

async function idsNaming(TableName: string, contact: string): Promise<Set<string>> {
  const wanted = JSON.stringify(contact.trim().toLowerCase());
  const ids = new Set<string>();
  for await (const { envelopeId, data } of allRows(TableName))
    if (
      JSON.stringify(data ?? {})
        .toLowerCase()
        .includes(wanted)
    )
      ids.add(String(envelopeId));
  return ids;
}

function toldOf(may: Erasability): string {
  switch (may.kind) {
    case 'erasable':
      return 'may be erased';
    case 'under way':
      return 'under way: void it first, or delete the draft';
    case 'later':
      return `may be erased from ${may.at}, when its document is removed`;
    case 'evidence':
      return `somebody has signed: evidence until ${may.until}`;
    case 'erased':
      return 'erased; the next daily run deletes what is left';
  }
}
