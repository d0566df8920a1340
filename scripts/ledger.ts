import { readFileSync } from 'node:fs';
import { isEnvelopeId } from '../shared/domain/envelope-id.ts';
import { chainFault, type Entry } from '../shared/domain/ledger.ts';

const USAGE = `Usage: npm run ledger -- verify FILE [--head HASH]

Checks an exported ledger on its own: every entry's hash, its link to the one before, and that none
is missing. With --head, also that the chain contains the entry with that hash (as printed on the
certificate of authenticity). Exit code 0: whole; 1: broken; 2: not a ledger.`;

/** The chain in an export: a bare array, or an object with \`entries\`. */
function entriesIn(text: string): Entry[] {
  const json: unknown = JSON.parse(text);
  const entries = Array.isArray(json) ? json : (json as { entries?: unknown } | null)?.entries;
  if (!Array.isArray(entries) || entries.length === 0) throw new Error('no entries in it');
  if (!isEnvelopeId(String(entries[0].envelopeId))) throw new Error('no envelope id in it');
  return entries;
}

function report(entries: Entry[], head: string | undefined): number {
  const fault = chainFault(entries);
  if (fault) {
    console.log(`BROKEN at entry ${fault.seq}: ${FAULTS[fault.fault]}`);
    return 1;
  }
  if (head && !entries.some((entry) => entry.hash === head)) {
    console.log(`BROKEN: no entry has the hash ${head}`);
    return 1;
  }
  const last = entries.at(-1)!;
  console.log(`WHOLE: ${entries.length} entries of ${last.envelopeId}, head ${last.hash}`);
  return 0;
}

const FAULTS = {
  gap: 'an entry is missing or out of order',
  link: 'it does not follow from the entry before it',
  hash: 'its content does not match its hash',
  envelope: 'it belongs to another envelope',
} as const;

function main([command, file, flag, head]: string[]): number {
  if (command !== 'verify' || !file || (flag !== undefined && (flag !== '--head' || !head))) {
    console.error(USAGE);
    return 2;
  }
  try {
    return report(entriesIn(readFileSync(file, 'utf8')), head);
  } catch (error) {
    console.error(`${file} is not a ledger: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
