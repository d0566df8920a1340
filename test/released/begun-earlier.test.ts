import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Completed, Signing } from '../../shared/domain/envelope/envelope.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { memoryMacKey, memorySigningKey } from '../fixtures/memory/keys.ts';
import {
  append,
  close,
  ENVELOPE_ID,
  prepare,
  type SealingPorts,
  sealingPorts,
  signBy,
} from '../fixtures/sealing.ts';

/**
 * Data that commit aa19036 stored for one envelope after each step, recorded by running its code. Objects that
 * are prefixes of `signed.pdf` are named by their length.
 */
const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'begun-at-aa19036');

interface Stored {
  readonly keys: Readonly<Record<'authority' | 'seal' | 'timestamp' | 'plan', string>>;
  readonly entries: readonly Entry[];
  readonly steps: readonly {
    readonly name: string;
    readonly at: string;
    /** Number of entries at that time. */
    readonly entries: number;
    readonly objects: readonly string[];
  }[];
  readonly objects: Readonly<
    Record<string, { etag: string; contentType: string; length?: number; base64?: string }>
  >;
}

const stored: Stored = JSON.parse(readFileSync(join(FOLDER, 'stored.json'), 'utf8'));
const signed = new Uint8Array(readFileSync(join(FOLDER, 'signed.pdf')));

const bytesOf = (key: string): Uint8Array => {
  const { length, base64 = '' } = stored.objects[key]!;
  return length === undefined
    ? new Uint8Array(Buffer.from(base64, 'base64'))
    : signed.slice(0, length);
};

const signingKey = (name: 'authority' | 'seal' | 'timestamp') => {
  const key = Buffer.from(stored.keys[name], 'base64');
  return memorySigningKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
};

function portsAfter(name: string): SealingPorts {
  const { at, entries, objects } = stored.steps.find((step) => step.name === name)!;
  const ports = {
    ...sealingPorts(),
    keys: {
      authority: signingKey('authority'),
      seal: signingKey('seal'),
      timestamp: signingKey('timestamp'),
    },
    planKey: memoryMacKey(Buffer.from(stored.keys.plan, 'base64')),
  };
  ports.clock.set(at);
  ports.ledger.restore(stored.entries.slice(0, entries));
  for (const key of objects) {
    const { etag, contentType } = stored.objects[key]!;
    ports.documents.objects.set(key, { bytes: bytesOf(key), etag, contentType });
  }
  return ports;
}

/** Steps still to be done after each recorded one. */
const REST: Readonly<Record<string, readonly ((ports: SealingPorts) => Promise<unknown>)[]>> = {
  sent: [prepare, (ports) => signBy(ports, 'director'), append],
  prepared: [(ports) => signBy(ports, 'director'), append],
  'director signed': [append],
  'director appended': [],
  'client signed': [],
  'client appended': [],
};

const isSignedByAll = ({ parties }: Signing) => parties.every(({ signature }) => signature);

const verdictOf = async (bytes: Uint8Array, root: Uint8Array, recordedSha256?: string) => {
  const options = { roots: [root], envelopeId: ENVELOPE_ID, recordedSha256 };
  const { reasons } = await verifyDocument(bytes, options);
  return reasons.map(({ code, detail }) => detail ?? code);
};

describe('an envelope that was begun before claims were written in digits', () => {
  it.each(Object.entries(REST))('is closed as authentic after it was %s', async (name, rest) => {
    const ports = portsAfter(name);
    for (const step of rest) await step(ports);
    if (!isSignedByAll((await ports.ledger.load(ENVELOPE_ID)) as Signing)) {
      await signBy(ports, 'client');
    }
    await append(ports);
    await close(ports);
    const { status, file } = (await ports.ledger.load(ENVELOPE_ID)) as Completed;
    expect(status).toBe('completed');
    const { bytes } = (await ports.documents.get(file.key))!;
    const root = (await ports.documents.get('pki/root.der'))!.bytes;
    expect(await verdictOf(bytes, root)).toEqual(['authentic']);
  });

  it('is authentic as it was closed then and recorded, with signatures in either form', async () => {
    const root = bytesOf('pki/root.der');
    expect(await verdictOf(signed, root, sha256(signed))).toEqual(['authentic']);
    expect(await verdictOf(signed, root)).toEqual(['the signature is not in its canonical form']);
  });

  it('is altered where a byte of its claim is another', async () => {
    const text = Buffer.from(signed).toString('latin1');
    const at = text.search(/[\w-]{155}(?![\w-])/);
    expect(at).toBeGreaterThan(0);
    const changed = signed.slice();
    changed[at + 20] = changed[at + 20] === 0x41 ? 0x42 : 0x41;
    expect(await verdictOf(changed, bytesOf('pki/root.der'))).not.toEqual(['authentic']);
  });
});
