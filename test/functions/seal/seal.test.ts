import { describe, expect, it } from 'vitest';
import { makeRenewRevocationList } from '../../../functions/seal/renew-revocation-list.ts';
import type { Signing } from '../../../shared/domain/envelope/envelope.ts';
import { stop } from '../../../shared/domain/transitions/sender-acts.ts';
import { planKeyOf } from '../../../shared/pdf/revision/guarded-plan.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { certificatesIn } from '../../../shared/pki/asn1/pem.ts';
import { memoryMacKey } from '../../fixtures/memory/keys.ts';
import { bytesOf, finished, load, prepared, signedByAll } from '../../fixtures/sealed-journey.ts';
import {
  append,
  close,
  decide,
  ENVELOPE_ID,
  PARTIES,
  sealingPorts,
  signBy,
} from '../../fixtures/sealing.ts';

function holds(file: Uint8Array, text: string): boolean {
  const hex = Buffer.from(text).toString('hex');
  return Buffer.from(file).toString('latin1').toLowerCase().includes(hex);
}

describe('append', () => {
  it('certifies the address to which the code went, unless contacts are hidden', async () => {
    for (const contacts of ['masked', 'hidden'] as const) {
      const ports = await prepared();
      const signer = { ...ports, privacy: { ...ports.privacy, contacts } };
      await signBy(signer, 'director');
      await append(signer);
      const { revisions } = (await load(ports)) as Signing;
      const file = await bytesOf(ports, revisions[1]!.key);
      expect(holds(file, 'julia@acme.example')).toBe(contacts === 'masked');
      expect(holds(file, 'Юлия Петрова')).toBe(true);
    }
  });

  it('adds a signature by bytes after the revision that was signed', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    expect(await append(ports)).toEqual({ outcome: 'done' });
    const { revisions } = (await load(ports)) as Signing;
    const [before, after] = await Promise.all(revisions.map(({ key }) => bytesOf(ports, key)));
    expect(revisions.map(({ number }) => number)).toEqual([0, 1]);
    expect(Buffer.from(after!.subarray(0, before!.length)).equals(before!)).toBe(true);
  });

  it('appends each signature once, however often it is run', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    await Promise.all([append(ports), append(ports), append(ports)]);
    await append(ports);
    expect(((await load(ports)) as Signing).revisions).toHaveLength(2);
  });

  it('appends the parties of one turn in the order in which they signed', async () => {
    const ports = await prepared(PARTIES.map((party) => ({ ...party, role: 'director', turn: 0 })));
    await signBy(ports, 'client');
    await signBy(ports, 'director');
    await append(ports);
    const envelope = await load(ports);
    const numbers = envelope.parties.map(({ id, revision }) => [id, revision?.number]);
    expect(numbers).toEqual([
      ['director', 2],
      ['client', 1],
    ]);
    await close(ports);
    expect((await load(ports)).status).toBe('completed');
  });

  it('signs nothing by a plan that another key wrote', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    await expect(append({ ...ports, planKey: memoryMacKey() })).rejects.toThrow('not authentic');
    expect(((await load(ports)) as Signing).revisions).toHaveLength(1);
  });

  it('signs nothing by the authentic plan of another revision', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    await append(ports);
    const [first, second] = ((await load(ports)) as Signing).revisions;
    const plan = await bytesOf(ports, planKeyOf(first!.key));
    await ports.documents.put(planKeyOf(second!.key), plan, { contentType: 'application/json' });
    await signBy(ports, 'client');
    await expect(append(ports)).rejects.toThrow('another revision');
  });

  it('notices a revision that was exchanged in storage', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    const { key } = ((await load(ports)) as Signing).revisions[0]!;
    const bytes = await bytesOf(ports, key);
    bytes[bytes.length >> 1]! ^= 1;
    await ports.documents.put(key, bytes, { contentType: 'application/pdf' });
    await expect(append(ports)).rejects.toMatchObject({ name: 'Conflict' });
  });

  it('notices a submission that was exchanged in storage', async () => {
    const ports = await prepared();
    const { parties } = await signBy(ports, 'director');
    const { key } = parties[0]!.signature!.submission;
    await ports.documents.put(key, Buffer.from('{}'), { contentType: 'application/json' });
    await expect(append(ports)).rejects.toThrow('was changed');
  });

  it('ends the envelope as failed when a value can never be drawn', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    await append(ports);
    await signBy(ports, 'client', 'parola '.repeat(200));
    expect(await append(ports)).toEqual({ outcome: 'ended' });
    expect(await load(ports)).toMatchObject({ status: 'failed', reason: 'value_too_long' });
  });

  it('stops when the sender voids the envelope', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    await decide(ports, { kind: 'sender', subject: 'x' }, (it) => stop(it, 'error'));
    expect(await append(ports)).toEqual({ outcome: 'ended' });
    expect(((await load(ports)) as Signing).revisions).toHaveLength(1);
  });
});

describe('close', () => {
  it('refuses to seal before all have signed', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    await append(ports);
    await expect(close(ports)).rejects.toThrow('signatures are missing');
  });

  it('makes a file that verifies as authentic, with a signature for each party and the seal', async () => {
    const ports = await signedByAll();
    expect(await close(ports)).toEqual({ outcome: 'done' });
    const { envelope, root, bytes } = await finished(ports);
    const report = await verifyDocument(bytes, { roots: [root], envelopeId: ENVELOPE_ID });
    expect(report.verdict).toBe('authentic');
    expect(report.signatures.map(({ kind, signer }) => `${kind} ${signer}`)).toEqual([
      'party Юлия Петрова',
      'party Zoë Müller',
      'seal Acme S.r.l.',
      'timestamp Acme S.r.l. Timestamps',
    ]);
    expect(envelope.file).toMatchObject({ length: bytes.length, sha256: report.sha256 });
    expect(report.claim).toMatchObject({ sha256: envelope.beforeSeal.sha256 });
  });

  it('is altered after any one byte is flipped', async () => {
    const ports = await signedByAll();
    await close(ports);
    const { root, bytes } = await finished(ports);
    for (const at of [20, bytes.length >> 2, bytes.length >> 1, bytes.length - 10]) {
      const flipped = bytes.slice();
      flipped[at]! ^= 1;
      const report = await verifyDocument(flipped, { roots: [root] });
      expect(report.verdict, `byte ${at}`).not.toBe('authentic');
    }
  });

  it('completes once when two seal at the same time', async () => {
    const ports = await signedByAll();
    expect(await Promise.all([close(ports), close(ports)])).toEqual([
      { outcome: 'done' },
      { outcome: 'done' },
    ]);
    const entries = await ports.ledger.entries(ENVELOPE_ID);
    expect(entries.filter(({ type }) => type === 'completed')).toHaveLength(1);
  });

  it('records the head of the ledger that the certificate prints', async () => {
    const ports = await signedByAll();
    const { head } = await load(ports);
    await close(ports);
    const last = (await ports.ledger.entries(ENVELOPE_ID)).at(-1)!;
    expect(last).toMatchObject({ type: 'completed', previous: head, data: { ledgerHead: head } });
  });

  it('names no file when its own verifier does not call it authentic', async () => {
    const ports = await signedByAll();
    const documents = Object.create(ports.documents);
    documents.get = async (key: string, options?: { ifMatch?: string }) => {
      const object = await ports.documents.get(key, options);
      if (object && key.startsWith('closed/')) object.bytes[5_000]! ^= 1;
      return object;
    };
    await expect(close({ ...ports, documents })).rejects.toMatchObject({ name: 'NotAuthentic' });
    expect((await load(ports)).status).toBe('signed');
  });
});

describe('the authority', () => {
  it('is founded once, also by two that begin at the same time', async () => {
    const ports = await prepared();
    await signBy(ports, 'director');
    await Promise.all([append(ports), append(ports)]);
    const first = await bytesOf(ports, 'pki/root.der');
    await signBy(ports, 'client');
    await append(ports);
    await close(ports);
    expect(await bytesOf(ports, 'pki/root.der')).toEqual(first);
    const pem = Buffer.from(await bytesOf(ports, 'pki/root.pem')).toString();
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n[\w+/=\n]+-----END CERTIFICATE-----\n$/);
  });

  it('is there, with its revocation list, as soon as the daily renewal has run', async () => {
    const ports = sealingPorts();
    const renew = makeRenewRevocationList(ports);
    expect(await renew()).toEqual({ outcome: 'done' });
    const first = await bytesOf(ports, 'pki/revoked.crl');
    ports.clock.advance(24 * 3_600);
    await renew();
    expect(await bytesOf(ports, 'pki/revoked.crl')).not.toEqual(first);
    const root = Buffer.from(await bytesOf(ports, 'pki/root.pem')).toString();
    const chain = Buffer.from(await bytesOf(ports, 'pki/chain.pem')).toString();
    expect(chain.endsWith(root)).toBe(true);
    expect(certificatesIn(chain)).toHaveLength(2);
  });
});
