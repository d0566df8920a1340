import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { StackShape } from '../../infra/deployable/stack-shape.ts';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { JOURNEYS, Played } from './journeys.ts';
import type { Invocation, RecordedFunctions } from './recorded-functions.ts';
import type { Rows, readState, Snapshot } from './stored-state.ts';
import { writeObjects } from './write-objects.ts';

export interface Recorded {
  readonly played: Readonly<Record<keyof typeof JOURNEYS, Played>>;
  /** Snapshots while journeys were in progress, and after all had ended. */
  readonly running: Snapshot;
  readonly over: Snapshot;
  readonly state: ReturnType<typeof readState>;
  readonly functions: RecordedFunctions;
  readonly stacks: readonly StackShape[];
}

/** Envelopes whose objects are stored; the others would add nothing. */
const WITH_OBJECTS = ['completed', 'halfSigned', 'lastSignature'] as const;
/** Envelopes whose entries are stored in the table's format as well. */
const WITH_ROWS = ['eventful', 'halfSigned', 'lastSignature'] as const;

/** Writes the files listed in docs/released.md. */
export function writeRecording(directory: string, recorded: Recorded): void {
  const { played, running, over, state, functions, stacks } = recorded;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'ledgers'), { recursive: true });
  const write = (name: string, json: unknown) => writeFileSync(join(directory, name), text(json));
  const environment = environmentOf(functions);
  write('about.json', { at: { running: running.at, over: over.at }, environment, played });
  write('keys.json', keysOf(environment, state.keys));
  write('workflow.json', JSON.parse(state.definition));
  write('stacks.json', { sample: stacks });
  write('invocations.json', invocationsOf(functions.invocations));
  const named = WITH_ROWS.map((journey) => played[journey].id);
  write('tables-running.json', tablesOf(running, named));
  write('tables-over.json', tablesOf(over, []));
  for (const [journey, { id }] of Object.entries(played))
    write(`ledgers/${journey}.json`, ledgerOf(id, over, running));
  const kept = WITH_OBJECTS.map((journey) => played[journey].id);
  const objects = [...running.objects].filter(
    ([key]) => key.startsWith('pki/') || kept.some((id) => key.includes(id)),
  );
  writeObjects(directory, new Map(objects));
}

/** One line per item, so that two recordings can be compared with `diff`. */
function text(json: unknown): string {
  const line = (value: unknown) => JSON.stringify(value, bytesAsBase64);
  if (Array.isArray(json)) return `[\n${json.map(line).join(',\n')}\n]\n`;
  const members = Object.entries(json as object).map(([key, value]) => {
    const inner = Array.isArray(value) ? text(value).trimEnd() : line(value);
    return `${JSON.stringify(key)}: ${inner}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}

const bytesAsBase64 = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

/** Environment variables of all functions except credentials; those of the same name have the same value. */
const environmentOf = ({ environments }: RecordedFunctions): Record<string, string> =>
  Object.fromEntries(
    [...environments.values()]
      .flatMap(Object.entries<string>)
      .filter(([name]) => !/^AWS_/.test(name)),
  );

const KEYS = ['AUTHORITY_KEY', 'SEAL_KEY', 'TIMESTAMP_KEY', 'PLAN_KEY', 'CODE_KEY'] as const;

const keysOf = (
  environment: Readonly<Record<string, string>>,
  keys: Recorded['state']['keys'],
): Record<string, string> =>
  Object.fromEntries(
    KEYS.map((name) => {
      const key = keys.find(({ id }) => environment[name]?.endsWith(id));
      return [name, key!.material];
    }),
  );

/** All calls of the workflow and rules with their responses, and the first stream batch of each type. */
function invocationsOf(invocations: readonly Invocation[]): Invocation[] {
  const known = new Set<string>();
  return invocations.filter(({ payload }) => {
    const { requestContext, Records: records } = payload as Record<string, never>;
    if (requestContext || !records) return !requestContext;
    const types = (records as Rows).map(({ dynamodb }) => typeIn(dynamodb));
    const news = types.some((type) => !known.has(type));
    for (const type of types) known.add(type);
    return news;
  });
}

const typeIn = (change: unknown): string =>
  (change as { NewImage?: { type: { S: string } } }).NewImage?.type.S ?? '';

/** By table name, without CloudFormation's suffix. */
function tablesOf({ tables }: Snapshot, entriesOf: readonly string[]): Record<string, Rows> {
  const rows = (name: string) =>
    Object.entries(tables).find(([table]) => table.includes(`-${name}Table`))![1];
  const isKept = (row: Rows[number]) => entriesOf.includes((row.envelopeId as { S: string }).S);
  return {
    Ledger: rows('Ledger').filter(isKept),
    Access: rows('Access'),
    Envelopes: rows('Envelopes'),
    Records: rows('Records'),
  };
}

/** All entries with the envelope's state after each, and the full state before each change of status. */
function ledgerOf(id: string, ...snapshots: readonly Snapshot[]) {
  const entries = snapshots.map((it) => entriesIn(it, id)).find(({ length }) => length > 0)!;
  const folds = entries.map((_, index) => folded(entries.slice(0, index + 1)));
  const states = folds.map(stateOf);
  const envelopes = folds.filter(({ status }, index) => status !== folds[index + 1]?.status);
  return { entries, states, envelopes };
}

function stateOf(envelope: Envelope) {
  const { status, waitingFor } = summaryOf(envelope);
  return { seq: envelope.seq, status, waitingFor };
}

function entriesIn({ tables }: Snapshot, id: string): Entry[] {
  const rows = Object.entries(tables).find(([table]) => table.includes('-LedgerTable'))![1];
  const entries = rows.map((row) => unmarshall(row as never) as Entry);
  return entries
    .filter(({ envelopeId }) => envelopeId === id)
    .sort((one, other) => one.seq - other.seq);
}
