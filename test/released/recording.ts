import { createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Holding, JOURNEYS, Played } from '../../scripts/released/journeys.ts';
import type { Invocation } from '../../scripts/released/recorded-functions.ts';
import type { IndexedObject } from '../../scripts/released/write-objects.ts';
import type { ENVIRONMENT } from '../../shared/contract/environment.ts';
import type { Envelope, Status } from '../../shared/domain/envelope/envelope.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { memoryMacKey, memorySigningKey } from '../fixtures/memory/keys.ts';

const DIRECTORY = import.meta.dirname;

export type Journey = keyof typeof JOURNEYS;
export type Row = Record<string, AttributeValue>;
type KeyName = 'AUTHORITY_KEY' | 'SEAL_KEY' | 'TIMESTAMP_KEY' | 'PLAN_KEY' | 'CODE_KEY';

export interface RecordedLedger {
  readonly entries: readonly Entry[];
  readonly states: readonly { seq: number; status: Status; waitingFor: readonly string[] }[];
  readonly envelopes: readonly Envelope[];
}

interface StoredBytes {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly contentType: string;
}

/** Data that one version stored: docs/released.md. */
export interface Recording {
  readonly version: string;
  readonly at: { readonly running: string; readonly over: string };
  readonly environment: Readonly<Record<keyof typeof ENVIRONMENT, string>>;
  readonly ledgers: ReadonlyMap<Journey, RecordedLedger>;
  /** Definition in Amazon States Language. */
  readonly workflow: string;
  readonly invocations: readonly Invocation[];
  id(journey: Journey): string;
  holding(journey: Journey): Holding;
  rows(instant: 'running' | 'over', table: 'Ledger' | 'Access' | 'Envelopes' | 'Records'): Row[];
  objects(): [key: string, object: StoredBytes][];
  signingKey(name: KeyName): ReturnType<typeof memorySigningKey>;
  macKey(name: KeyName): ReturnType<typeof memoryMacKey>;
}

/** All recorded released versions. */
export const recordings = (): Recording[] =>
  readdirSync(DIRECTORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readRecording(name));

function readRecording(version: string): Recording {
  const directory = join(DIRECTORY, version);
  const text = (name: string) => readFileSync(join(directory, name), 'utf8');
  const json = <T>(name: string): T => JSON.parse(text(name)) as T;
  const { at, environment, played } = json<
    Pick<Recording, 'at' | 'environment'> & { played: Record<Journey, Played> }
  >('about.json');
  const keys = json<Record<KeyName, string>>('keys.json');
  const material = (name: KeyName) => Buffer.from(keys[name], 'base64');
  const ledgers = readdirSync(join(directory, 'ledgers')).map((file) => {
    const journey = file.replace('.json', '') as Journey;
    return [journey, json<RecordedLedger>(`ledgers/${file}`)] as const;
  });
  return {
    version,
    at,
    environment,
    ledgers: new Map(ledgers),
    workflow: text('workflow.json'),
    invocations: json('invocations.json'),
    id: (journey) => played[journey].id,
    holding: (journey) => played[journey].holdings![0]!,
    rows: (instant, table) =>
      json<Record<string, Row[]>>(`tables-${instant}.json`)[table]!.map(withBytes),
    objects: () => objectsIn(directory, json('objects.json')),
    signingKey: (name) =>
      memorySigningKey(createPrivateKey({ key: material(name), format: 'der', type: 'pkcs8' })),
    macKey: (name) => memoryMacKey(material(name)),
  };
}

const objectsIn = (directory: string, index: Record<string, IndexedObject>) =>
  Object.entries(index).map(([key, { file, length, etag, contentType }]) => {
    const bytes = new Uint8Array(
      readFileSync(join(directory, 'objects', file)).subarray(0, length),
    );
    return [key, { bytes, etag, contentType }] as [string, StoredBytes];
  });

/** Bytes are base64 in JSON. */
const withBytes = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value.B === undefined ? value : { B: new Uint8Array(Buffer.from(String(value.B), 'base64')) },
    ]),
  );
