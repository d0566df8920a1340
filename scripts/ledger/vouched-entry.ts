import type { PublicRecord } from '../../shared/contract/verifier.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';

/** The entries contradict each other or what they are compared with. */
export class Broken extends Error {}

/** The public record of a verifier, or of a local target, at this URL. */
export async function publicRecordAt(at: string, id: string): Promise<PublicRecord> {
  const url = `${await verifierAt(at.replace(/\/+$/, ''))}/v/${id}`;
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (response.status === 404) throw new Broken(`${url} knows no such document`);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return (await response.json()) as PublicRecord;
}

async function verifierAt(at: string): Promise<string> {
  const response = await fetch(`${at}/local/api/target`);
  const isTarget = response.headers.get('content-type')?.includes('json') && response.ok;
  if (!isTarget) return at;
  const { urls } = (await response.json()) as { urls: { functionUrls: Record<string, string> } };
  return urls.functionUrls.verifier!.replace(/\/+$/, '');
}

/**
 * The last entry that the public record confirms; undefined before the envelope has ended, and in records of
 * earlier releases, which name no entry. Throws `Broken`.
 */
export function vouchedEntry(record: PublicRecord, entries: readonly Entry[]): Entry | undefined {
  assertSameFile(record, entries);
  if (!record.ledger) {
    if (record.status !== 'open' && !hasEnded(entries))
      throw new Broken(`the public record says ${record.status}, and no entry does`);
    return undefined;
  }
  const { seq, head } = record.ledger;
  const entry = entries.find((each) => each.seq === seq);
  if (!entry)
    throw new Broken(
      `it ends at entry ${entries.at(-1)!.seq}, and the public record knows entry ${seq}: its end was cut off, or it was exported before`,
    );
  if (entry.hash !== head) throw new Broken(`entry ${seq} is not the one of the public record`);
  return entry;
}

const hasEnded = (entries: readonly Entry[]): boolean => entries.some(({ type }) => ENDS.has(type));

const ENDS: ReadonlySet<string> = new Set(['completed', 'declined', 'voided', 'expired', 'failed']);

function assertSameFile(record: PublicRecord, entries: readonly Entry[]): void {
  const completed = entries.find(({ type }) => type === 'completed') as
    | Entry<'completed'>
    | undefined;
  if (completed && record.sha256 && completed.data.file.sha256 !== record.sha256)
    throw new Broken('it records another signed file than the public record');
}
