import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isEnvelopeId } from '../shared/domain/envelope/envelope-id.ts';
import { chainFault, type Entry } from '../shared/domain/ledger/ledger.ts';
import { orUsage } from './authority/or-usage.ts';
import { printedHead, recordOf } from './ledger/printed-head.ts';
import { Broken, publicRecordAt, vouchedEntry } from './ledger/vouched-entry.ts';

const USAGE = `Usage: npm run ledger -- verify FILE [--head HASH] [--pdf SIGNED.pdf] [--at URL]

Verifies an exported ledger: every entry's hash, its link to the previous entry, and that none is
missing in between. The hashes alone reveal neither a chain that was cut off at its end nor one that
was recomputed: also compare it with something kept elsewhere.

  --head HASH       the ledger's head as printed on the certificate of authenticity
  --pdf SIGNED.pdf  the sealed file: the head is read from its certificate, and the ledger must record
                    this very file. Check the file itself with npm run verify.
  --at URL          the verifier's URL, with which the document's QR code begins (or a local target): once
                    the envelope has ended, its public record names the last entry

Exit code 0: intact; 1: broken; 2: not a ledger or not a sealed file.`;

/** Parses an export: a bare array, or an object with \`entries\`. */
function entriesIn(text: string): Entry[] {
  const json: unknown = JSON.parse(text);
  const entries = Array.isArray(json) ? json : (json as { entries?: unknown } | null)?.entries;
  if (!Array.isArray(entries) || entries.length === 0) throw new Error('no entries in it');
  if (!isEnvelopeId(String(entries[0].envelopeId))) throw new Error('no envelope id in it');
  return entries;
}

function assertWhole(entries: readonly Entry[]): void {
  const fault = chainFault(entries);
  if (fault) throw new Broken(`at entry ${fault.seq}: ${FAULTS[fault.fault]}`);
}

const FAULTS = {
  gap: 'an entry is missing or out of order',
  link: 'it does not follow from the entry before it',
  hash: 'its content does not match its hash',
  envelope: 'it belongs to another envelope',
} as const;

/** The last entry confirmed by something outside the ledger. */
async function anchoredAt(
  entries: readonly Entry[],
  { head, pdf, at }: Anchors,
): Promise<Entry | undefined> {
  const byHead = head === undefined ? undefined : entries.find(({ hash }) => hash === head);
  if (head !== undefined && !byHead) throw new Broken(`no entry has the hash ${head}`);
  const byFile = pdf === undefined ? undefined : entryOfFile(entries, readFileSync(pdf));
  const byRecord =
    at === undefined
      ? undefined
      : vouchedEntry(await publicRecordAt(at, entries[0]!.envelopeId), entries);
  const all = [byHead, byFile, byRecord].filter((each) => each !== undefined);
  return all.toSorted((one, other) => one.seq - other.seq).at(-1);
}

interface Anchors {
  readonly head: string | undefined;
  readonly pdf: string | undefined;
  readonly at: string | undefined;
}

function entryOfFile(entries: readonly Entry[], bytes: Uint8Array): Entry {
  if (!printedHead(bytes, entries))
    throw new Broken('no entry has the hash that the certificate in the file prints');
  const record = recordOf(bytes, entries);
  if (!record) throw new Broken('it does not record this file');
  return record;
}

function told(entries: readonly Entry[], anchor: Entry | undefined, { at }: Anchors): string {
  const last = entries.at(-1)!;
  const whole = `WHOLE up to entry ${last.seq} (${last.type}) of ${last.envelopeId}, head ${last.hash}`;
  if (!anchor)
    return `${whole}\nEntries cut off after it cannot be noticed: give --head, --pdf or --at to hold it against what others have.`;
  if (at !== undefined && anchor === last)
    return `${whole}\nVouched for as a whole: the public record knows of no entry after it.`;
  return `${whole}\nVouched for up to entry ${anchor.seq} (${anchor.type}); entries cut off after entry ${last.seq} cannot be noticed.`;
}

async function report(file: string, anchors: Anchors): Promise<number> {
  try {
    const entries = entriesIn(readFileSync(file, 'utf8'));
    assertWhole(entries);
    console.log(told(entries, await anchoredAt(entries, anchors), anchors));
    return 0;
  } catch (error) {
    if (error instanceof Broken) console.log(`BROKEN: ${error.message}`);
    else console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    return error instanceof Broken ? 1 : 2;
  }
}

function main(): Promise<number> {
  const { positionals, values } = orUsage(USAGE, () =>
    parseArgs({
      allowPositionals: true,
      options: { head: { type: 'string' }, pdf: { type: 'string' }, at: { type: 'string' } },
    }),
  );
  const [command, file, ...more] = positionals;
  if (command !== 'verify' || !file || more.length > 0) throw new Error(USAGE);
  return report(file, { head: values.head, pdf: values.pdf, at: values.at });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
